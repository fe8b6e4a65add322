using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dragoman;

/// <summary>What the catalog's envelopes find in an error body. Reading never throws: the body must not hide the failure it came with.</summary>
internal sealed record ErrorBody
{
    public string? Code { get; private init; }

    public string? Message { get; private init; }

    public int? Status { get; private init; }

    public string? RequestId { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    public string? DocsUrl { get; private init; }

    public IReadOnlyDictionary<string, JsonElement> Members { get; private init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>What else was found, for the rules that look into the body.</summary>
    private PointerScan? Scan { get; init; }

    /// <summary>The instant that a rule points to: a text of RFC 3339, or seconds since 1970-01-01T00:00:00Z; <see langword="null"/> if there is none.</summary>
    public DateTimeOffset? FindInstant(string? pointer) => Instant.Parse(Scan?.FindText(pointer));

    public static ErrorBody Read(ReadOnlySpan<byte> body, ErrorCatalog catalog)
    {
        ReadOnlySpan<byte> json = Utf8Bom.Strip(body);
        if (!Utf8.IsValid(json))
        {
            // With replacement characters what is legible can be shown; the platform's reader would refuse the whole string.
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        }

        PointerScan scan = PointerScan.Of(json, catalog.Pointers);
        if (!scan.IsComplete && MissingComma.Insert(json) is { } mended)
        {
            scan = PointerScan.Of(mended, catalog.Pointers);
        }

        return Select(scan, catalog.Envelopes) is { } envelope ? Of(scan, envelope) : new() { Scan = scan };
    }

    /// <summary>
    /// The first envelope whose code is found, or one with that code's place and a message; one without a code is recognised by its
    /// message. A body that lacks its code still has its message and the rest.
    /// </summary>
    private static ErrorEnvelope? Select(PointerScan scan, IReadOnlyList<ErrorEnvelope> envelopes)
    {
        ErrorEnvelope? first = envelopes.FirstOrDefault(envelope => scan.FindText(envelope.Code ?? envelope.Message) is not null);
        ErrorEnvelope? withMessage = first is { Code: { } code } ? envelopes.FirstOrDefault(envelope => envelope.Code == code && scan.FindText(envelope.Message) is not null) : null;
        return withMessage
            ?? first
            ?? envelopes.FirstOrDefault(envelope => scan.FindText(envelope.Message) is not null)
            ?? envelopes.FirstOrDefault(envelope => scan.FindText(envelope.RequestId) is not null || envelope.Members.Values.Any(pointer => scan.Find(pointer) is not null));
    }

    /// <summary>People follow the address, so it must be one of the web.</summary>
    private static bool IsPage(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https";

    private static ErrorBody Of(PointerScan scan, ErrorEnvelope envelope)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach ((string name, string pointer) in envelope.Members)
        {
            if (scan.Find(pointer) is { } value)
            {
                members.Add(name, value);
            }
        }

        return new()
        {
            Code = scan.FindText(envelope.Code),
            Message = scan.FindText(envelope.Message),
            Status = scan.FindNumber(envelope.Status) is { } status and >= 100 and <= 599 ? (int)status : null,
            RequestId = scan.FindText(envelope.RequestId),
            RetryAfter = scan.FindNumber(envelope.RetryAfter) is { } seconds ? Pause.FromSeconds(seconds) : null,
            DocsUrl = scan.FindText(envelope.DocsUrl) is { } page && IsPage(page) ? page : null,
            Members = members.AsReadOnly(),
            Scan = scan,
        };
    }
}
