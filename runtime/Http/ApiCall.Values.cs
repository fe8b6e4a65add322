using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dragoman;

// Lists, objects and everything else that has parts. They are written as JSON by the writer of their type, and the style makes texts of that.
public sealed partial class ApiCall
{
    /// <summary>Sets a path parameter that may have parts.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">Its name in the template.</param>
    /// <param name="value">Its value; <see langword="null"/> items and members are left out.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="style">How its parts are put together: simple, label, matrix, delimited, or as JSON.</param>
    /// <param name="explode">Whether each part stands for itself: members as <c>name=value</c>, and in label and matrix style each with the prefix.</param>
    /// <param name="allowReserved">Whether the reserved characters stay, as with texts.</param>
    /// <param name="argument">What the value is called where it is <see langword="null"/>. Default: the expression for it.</param>
    /// <exception cref="ArgumentException">The text is empty, <c>.</c> or <c>..</c>, or has such a segment, which would change the path; or the template has no such parameter.</exception>
    public void Path<T>(string name, T value, JsonWriteValue<T> write, ParameterStyle style = ParameterStyle.Simple, bool explode = false, bool allowReserved = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value, argument);
        ArgumentNullException.ThrowIfNull(write);
        Expand(name, PlacedText.Of(name, ParameterValue.Of(value, write), style, explode, PercentText.ForPath(allowReserved)));
    }

    /// <summary>Adds a query parameter that may have parts.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value. <see langword="null"/> is left out, and so are <see langword="null"/> items and members, empty lists and empty objects.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="style">How its parts are put together: form, delimited, deepObject, or as JSON.</param>
    /// <param name="explode">Whether in form style each part is a parameter of its own; a member's name is the parameter's then.</param>
    /// <param name="allowReserved">Whether the reserved characters stay, as with texts.</param>
    public void Query<T>(string name, T? value, JsonWriteValue<T> write, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(write);
        if (value is not null)
        {
            AddQuery(NamedText.Pairs(name, ParameterValue.Of(value, write), style, explode, PercentText.ForQuery(allowReserved)));
        }
    }

    /// <summary>Adds a query parameter that is a list of texts (OpenAPI 3.1, <c>style</c> and <c>explode</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its items; <see langword="null"/> items, a <see langword="null"/> list and an empty one are left out.</param>
    /// <param name="style">How the items are put together: form, delimited, or deepObject.</param>
    /// <param name="explode">Whether in form style each item is a parameter of its own.</param>
    /// <param name="allowReserved">Whether the reserved characters stay, as with texts.</param>
    public void QueryList(string name, IReadOnlyList<string?>? values, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false) =>
        QueryList(name, values, JsonWrite.StringOrNull, style, explode, allowReserved);

    /// <summary>Adds a query parameter that is a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its items; <see langword="null"/> items, a <see langword="null"/> list and an empty one are left out.</param>
    /// <param name="write">Writes one item.</param>
    /// <param name="style">How the items are put together: form, delimited, or deepObject.</param>
    /// <param name="explode">Whether in form style each item is a parameter of its own.</param>
    /// <param name="allowReserved">Whether the reserved characters stay, as with texts.</param>
    public void QueryList<T>(string name, IReadOnlyList<T>? values, JsonWriteValue<T> write, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false) =>
        Query(name, values, (writer, list) => writer.List(list, write), style, explode, allowReserved);

    /// <summary>Sets what is the whole query (OpenAPI 3.2, <c>in: querystring</c>).</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">Its value, or <see langword="null"/> to leave it out. An object is written as a form, unless the style is JSON; a text as it is, percent-encoded.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="style">How the members that have parts are written, see <see cref="FormBody{T}"/>; or JSON for the whole.</param>
    /// <param name="fields">The members that are written in another way.</param>
    public void WholeQuery<T>(T? value, JsonWriteValue<T> write, ParameterStyle? style = null, params FieldEncoding[] fields)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(fields);
        if (value is null)
        {
            return;
        }

        JsonElement json = ParameterValue.Of(value, write);
        if (style != ParameterStyle.Json && json.ValueKind == JsonValueKind.Object)
        {
            AddQuery(FormFields.Of(json, style, fields, PercentText.Escape));
        }
        else if (ParameterValue.Text(json) is { } text)
        {
            QueryString = QueryText.AppendEncoded(QueryString, Uri.EscapeDataString(style == ParameterStyle.Json ? json.GetRawText() : text));
        }
    }

    /// <summary>Adds a header that may have parts (style <c>simple</c>): items and members with commas between them.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value. <see langword="null"/> is left out, and so are <see langword="null"/> items and members, empty lists and empty objects.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="style">How its parts are put together: simple, delimited, or as JSON.</param>
    /// <param name="explode">Whether members are written as <c>name=value</c> instead of <c>name,value</c>.</param>
    /// <exception cref="ArgumentException">The name is not a token, or the value has a character other than visible ASCII, space and tab.</exception>
    public void Header<T>(string name, T? value, JsonWriteValue<T> write, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        string text = value is null ? "" : PlacedText.Of(name, ParameterValue.Of(value, write), style, explode, PercentText.None);
        Header(name, text.Length == 0 ? null : text);
    }

    /// <summary>Adds a cookie that may have parts; or cookies, one for each part, if it is exploded.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value. <see langword="null"/> is left out, and so are <see langword="null"/> items and members, empty lists and empty objects.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="style">How its parts are put together: form, cookie, or as JSON; all but cookie are percent-encoded.</param>
    /// <param name="explode">Whether each part is a cookie; a member's name is the cookie's then.</param>
    /// <exception cref="ArgumentException">A name is not a token, or a text in cookie style is not of the characters of a cookie (RFC 6265, section 4.1.1).</exception>
    public void Cookie<T>(string name, T? value, JsonWriteValue<T> write, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        ArgumentNullException.ThrowIfNull(write);
        HeaderField.CheckName(name, nameof(name));
        if (value is null)
        {
            return;
        }

        Func<string, string> encode = style == ParameterStyle.Cookie ? PercentText.None : PercentText.Escape;
        foreach (IGrouping<string, string> cookie in NamedText.Pairs(name, ParameterValue.Of(value, write), style, explode, encode).ToLookup(pair => pair.Key, pair => pair.Value))
        {
            HeaderField.CheckName(cookie.Key, name);
            foreach (string text in cookie.Where(_ => style == ParameterStyle.Cookie))
            {
                CookieField.CheckValue(text, name);
            }

            // The header has one pair of a name, so that the caller's own goes first; those of one list belong together.
            (_cookies ??= []).Add(new(cookie.Key, string.Join($"; {cookie.Key}=", cookie)));
        }
    }

    /// <summary>Sets a body of <c>application/x-www-form-urlencoded</c>. The value is written at once; later changes to it have no effect.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value: an object, whose members are the fields, or a text, which is sent as it is.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="style">How the fields that have parts are written. Default: lists as one field for each item, objects as JSON (OpenAPI 3.1, section 4.8.15).</param>
    /// <param name="fields">The fields that are written in another way.</param>
    public void FormBody<T>(T value, JsonWriteValue<T> write, ParameterStyle? style = null, params FieldEncoding[] fields)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(fields);
        Body = FormPayload.Of(ParameterValue.Of(value, write), style, fields);
    }

    private void AddQuery(IEnumerable<KeyValuePair<string, string>> encodedPairs)
    {
        string pairs = FormFields.Text(encodedPairs, PercentText.Escape);
        QueryString = pairs.Length == 0 ? QueryString : QueryText.AppendEncoded(QueryString, pairs);
    }
}
