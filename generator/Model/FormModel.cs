namespace Dragoman.Generator.Model;

/// <summary>How a request carries its body.</summary>
internal enum RequestForm
{
    Json,

    /// <summary>Fields as in URLs.</summary>
    UrlEncoded,

    /// <summary>A form that a class beside the record writes.</summary>
    Multipart,

    /// <summary>Parts that are the members, or the items, of a value without files.</summary>
    JsonParts,

    /// <summary>Parts that the caller adds one by one.</summary>
    Parts,

    /// <summary>Bytes as they are.</summary>
    File,

    Text,

    /// <summary>JSON values one after the other.</summary>
    Lines,
}

/// <summary>How a part of a form is written.</summary>
internal enum PartForm
{
    Text,
    Json,
    File,

    /// <summary>Text or JSON, as the value is.</summary>
    Value,
}

/// <summary>A field of a form; of a list, each item is one unless the list is whole.</summary>
/// <param name="ContentType">The media type to send; empty for the usual one.</param>
/// <param name="Limits">How large a file may be.</param>
internal sealed record PartModel(PartForm Form, string ContentType, FileLimits Limits)
{
    /// <summary>True for a list that is one part.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True for one file or a list of files, which is the list.</summary>
    public bool IsFileList { get; init; }

    /// <summary>Headers of the part whose value the document says.</summary>
    public EquatableArray<PartHeaderModel> Headers { get; init; }
}

/// <summary>A header of a part with its value.</summary>
internal sealed record PartHeaderModel(string Name, string Value);

/// <summary>The bounds of a file's size.</summary>
/// <param name="MinLength">The fewest bytes; 0 where there is no such bound.</param>
/// <param name="MaxLength">The most bytes; null where there is no such bound.</param>
internal sealed record FileLimits(long MinLength, long? MaxLength)
{
    public static FileLimits None { get; } = new(0, null);
}
