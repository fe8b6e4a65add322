using System.Text;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Bodies that are not what they should be.</summary>
internal static class FaultBody
{
    private static readonly byte[][] s_bodies =
    [
        [],
        "null"u8.ToArray(),
        "{}"u8.ToArray(),
        """{"code":"BUSY","message":"Later."}"""u8.ToArray(),
        """{"code":"LOCKED","message":"Not now.","details":{"by":["me"]}}"""u8.ToArray(),
        """{"code":"TOKEN_EXPIRED"}"""u8.ToArray(),
        """{"code":"NEW_CODE","message":null,"request_id":7}"""u8.ToArray(),
        """{"code":["BUSY"],"message":{"a":1}}"""u8.ToArray(),
        """{"code":"BUSY","code":"LOCKED","message":"a","message":"b"}"""u8.ToArray(),
        """{"code":"BUSY" "message":"no comma"}"""u8.ToArray(),
        """{"id":"\ud800"}"""u8.ToArray(),
        """{"id":"I1","count":1e400}"""u8.ToArray(),
        """{"id":"I1","count":99999999999}"""u8.ToArray(),
        """{"id":"I1","state":"ajar","new":[1,2,{"a":null}]}"""u8.ToArray(),
        """{"id":"I1","count":NaN}"""u8.ToArray(),
        "<!DOCTYPE html><html><body>Bad Gateway</body></html>"u8.ToArray(),
        "\uFEFF{\"id\":\"I1\"}"u8.ToArray(),
        [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
        [0, 1, 2, 3, 0x80, 0xC3, 0x28],
        "event: error\ndata: {\"code\":\"BUSY\",\"message\":\"In the middle.\"}\n\n"u8.ToArray(),
        "id: \0\nretry: 99999999999999999999\nevent:\ndata: {\"id\":\"I1\"}\n\n"u8.ToArray(),
        "data: [1,2\n\ndata: {\"id\":\"I1\"}\n\n"u8.ToArray(),
        Encoding.ASCII.GetBytes(new string('[', 100_000)),
        Encoding.ASCII.GetBytes($$"""{"code":"BUSY","message":"{{new string('x', 70_000)}}"}"""),
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"inner\":", 200)) + "1" + new string('}', 200)),
    ];

    /// <summary>One of them, or the beginning of what it should be.</summary>
    public static byte[] Next(Random random, string usual) =>
        random.Next(3) == 0 ? Encoding.ASCII.GetBytes(usual[..random.Next(usual.Length + 1)]) : s_bodies[random.Next(s_bodies.Length)];
}
