using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the headers that responses have as methods of the runtime's headers.</summary>
internal static class HeadersEmitter
{
    public static EmittedFile Emit(FileModel file, EquatableArray<ResponseHeaderModel> headers)
    {
        Names names = new(file);
        CodeText body = CodeText.Of($$"""
            /// <summary>The headers that responses to <see cref="{{CodeText.Identifier(file.ClientName)}}"/> have, as the document describes them. One that is not there, or has another form, is <see langword="null"/>.</summary>
            {{names.Access}} static class {{CodeText.Identifier(file.HeadersName)}}
            {
                {{CodeText.Members(headers.Select(header => Method(header, names)))}}
            }
            """);
        return SourceFileEmitter.Emit(file, file.HeadersName, $"{file.Document}#/paths", body, names);
    }

    private static CodeText Method(ResponseHeaderModel header, Names names)
    {
        CodeText wireName = CodeText.Literal(header.WireName);
        CodeText value = header.Value == HeaderValue.Text ? CodeText.Of($"headers[{wireName}]") : CodeText.Of($"headers.{CodeText.Identifier(header.Value.ToString())}({wireName})");
        return CodeText.Of($"""
            {DocEmitter.Summary(header.Description, DocText.WireName(header.WireName, header.Name))}
            public static {Type(header.Value, names)}? {CodeText.Identifier(header.Name)}(this {names["ResponseHeaders"]} headers) => {value};
            """);
    }

    private static CodeText Type(HeaderValue value, Names names) => value switch
    {
        HeaderValue.Int64 => CodeText.Of($"long"),
        HeaderValue.Double => CodeText.Of($"double"),
        HeaderValue.Boolean => CodeText.Of($"bool"),
        HeaderValue.Time => names["DateTimeOffset"],
        _ => CodeText.Of($"string"),
    };
}
