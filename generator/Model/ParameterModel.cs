namespace Dragoman.Generator.Model;

/// <summary>Where a parameter goes.</summary>
internal enum ParameterTarget
{
    Path,
    Query,
    Header,
    Cookie,
    IdempotencyKey,

    /// <summary>It is the whole query.</summary>
    WholeQuery,
}

/// <summary>How the parts of a value are put together; the members are called as those of the runtime.</summary>
internal enum ParameterStyle
{
    Form,
    Simple,
    Label,
    Matrix,
    SpaceDelimited,
    PipeDelimited,
    TabDelimited,
    DeepObject,
    Cookie,
    Json,
}

/// <summary>A parameter of a method and of the request.</summary>
/// <param name="Explode">Whether each part stands for itself; the default of the target where the style makes no difference.</param>
/// <param name="AllowReserved">Whether the reserved characters of URLs are sent as they are.</param>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterTarget Target,
    TypeRef Type,
    bool IsRequired,
    bool IsDeprecated,
    ParameterStyle Style,
    bool Explode,
    bool AllowReserved,
    string Description)
{
    /// <summary>How the members of a whole query are written; null where it is no form.</summary>
    public UrlEncodingModel? UrlEncoding { get; init; }
}

/// <summary>How a form is written as in URLs.</summary>
/// <param name="Style">The style of every field that has parts; null where lists repeat their field and objects are JSON.</param>
/// <param name="Fields">The fields that are written in another way.</param>
internal sealed record UrlEncodingModel(ParameterStyle? Style, EquatableArray<FieldModel> Fields);

/// <summary>How a field of a form is written.</summary>
internal sealed record FieldModel(string Name, ParameterStyle Style, bool Explode, bool AllowReserved);
