namespace Dragoman;

/// <summary>How one field of a form is written (the Encoding Object of OpenAPI 3.1, section 4.8.15).</summary>
/// <param name="Name">The field.</param>
/// <param name="Style">How its parts are put together.</param>
/// <param name="Explode">Whether in form style each part is a field of its own.</param>
/// <param name="AllowReserved">Whether the reserved characters (RFC 3986, section 2.2) stay as they are, but for <c>#</c> and <c>&amp;</c>.</param>
public readonly record struct FieldEncoding(string Name, ParameterStyle Style, bool Explode = true, bool AllowReserved = false);
