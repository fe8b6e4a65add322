using System.Text;

namespace Dragoman.Runtime.Tests;

/// <summary>Bytes of a stream and the events in them.</summary>
/// <param name="Name">The vector's name; those with <c>format-</c> are of the Web Platform Tests (eventsource).</param>
/// <param name="Text">The bytes, one character each (Latin-1).</param>
/// <param name="Events">The events' types, data and ids.</param>
public sealed record EventVector(string Name, string Text, params (string Type, string Data, string Id)[] Events)
{
    public static IReadOnlyList<EventVector> All { get; } =
    [
        Messages("format-bom", "\u00EF\u00BB\u00BFdata:1\n\n\u00EF\u00BB\u00BFdata:2\n\ndata:3\n\n", "1", "3"),
        Messages("format-bom-2", "\u00EF\u00BB\u00BF\u00EF\u00BB\u00BFdata:1\n\ndata:2\n\ndata:3\n\n", "2", "3"),
        Messages("format-comments", ":\u0000\n\r\ndata:1\n:\u0000 data:2\rdata:3\n:data:fail\r\ndata:4\n\n", "1\n3\n4"),
        Messages("format-field-data", "data:\n\ndata\ndata\n\ndata:test", "", "\n"),
        new("format-field-event", "event:test\ndata:x\n\ndata:x\n\n", ("test", "x", ""), ("message", "x", "")),
        Messages("format-field-event-empty", "event: \ndata:data\n\n", "data"),
        new("format-field-id", "id:\u00E2\u0080\u00A6\ndata:1\n\n", ("message", "1", "\u2026")),
        new("format-field-id-inherited", "id:1\ndata:a\n\ndata:b\n\n", ("message", "a", "1"), ("message", "b", "1")),
        new("format-field-id-reset", "id:1\ndata:a\n\nid\ndata:b\n\n", ("message", "a", "1"), ("message", "b", "")),
        new("format-field-id-alone", "id:1\n\ndata:a\n\n", ("message", "a", "1")),
        new("format-field-id-null", "id:\u0000\u0000\nid:x\u0000\nid:\u0000x\nid:x\u0000x\nid: \u0000\ndata:a\n\n", ("message", "a", "")),
        Messages("format-field-parsing", "data:\u0000\ndata:  2\rData:1\ndata\u0000:2\ndata:1\r\u0000data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n", "\u0000\n 2\n1\n3\n\n4"),
        Messages("format-field-unknown", "data:test\n data\ndata\nfoobar:xxx\njustsometext\n:comment\ndata:test\n\n", "test\n\ntest"),
        Messages("format-leading-space", "data:\ttest\rdata: \ndata:test\n\n", "\ttest\n\ntest"),
        Messages("format-newlines", "data:test\r\ndata\ndata:test\r\n\r", "test\n\ntest"),
        Messages("format-null-character", "data:\u0000\n\n", "\u0000"),
        Messages("format-utf-8", "data:ok\u00E2\u0080\u00A6\n\n", "ok\u2026"),
        Messages("format-before-final-empty-line", "retry:1000\ndata:test1\n\nid:test\ndata:test2", "test1"),
        Messages("invalid UTF-8", "data:\u00C3\u0028\u00FF\n\n", "\uFFFD(\uFFFD"),
        Messages("four bytes", "data:\u00F0\u009F\u008E\u0089\r\n\r\n", "\U0001F389"),
        Messages("nothing", ""),
        Messages("no data", "event:x\n\nid:1\n\n\n\r\r\n"),
    ];

    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    /// <summary>The bytes in one piece, each by itself, and in two pieces divided at every place.</summary>
    public IEnumerable<byte[][]> Divisions
    {
        get
        {
            byte[] bytes = Bytes;
            yield return [bytes];
            yield return [.. bytes.Select(static single => new[] { single })];
            for (int i = 1; i < bytes.Length; i++)
            {
                yield return [bytes[..i], bytes[i..]];
            }
        }
    }

    public override string ToString() => Name;

    private static EventVector Messages(string name, string text, params string[] data) =>
        new(name, text, [.. data.Select(static each => ("message", each, ""))]);
}
