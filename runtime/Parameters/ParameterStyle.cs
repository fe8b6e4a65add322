namespace Dragoman;

/// <summary>How the parts of a parameter are put together (OpenAPI 3.1, section 4.8.12.2; OpenAPI 3.2 adds cookie). A value without parts is written as its text.</summary>
public enum ParameterStyle
{
    /// <summary>Names and values: <c>color=blue&amp;color=black</c>, or <c>color=blue,black</c> if not exploded. For queries, forms and cookies.</summary>
    Form,

    /// <summary>Values alone, between commas: <c>blue,black</c>. For paths and headers.</summary>
    Simple,

    /// <summary>Values after dots: <c>.blue.black</c>, or <c>.blue,black</c> if not exploded. For paths.</summary>
    Label,

    /// <summary>Names and values after semicolons: <c>;color=blue;color=black</c>, or <c>;color=blue,black</c> if not exploded. For paths.</summary>
    Matrix,

    /// <summary>Values with spaces between them.</summary>
    SpaceDelimited,

    /// <summary>Values with vertical bars between them.</summary>
    PipeDelimited,

    /// <summary>Values with tabs between them (the <c>tsv</c> of OpenAPI 2.0).</summary>
    TabDelimited,

    /// <summary>Members and items by their path: <c>filter[color]=blue</c>, <c>filter[sizes][0]=1</c>. For queries and forms.</summary>
    DeepObject,

    /// <summary>Cookies as they are, not percent-encoded, one for each part if exploded (OpenAPI 3.2, section 4.12.3).</summary>
    Cookie,

    /// <summary>The JSON of the value, as one text. For parameters and fields that are described by a JSON media type.</summary>
    Json,
}
