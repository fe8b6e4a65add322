using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes what a method that streams returns.</summary>
internal sealed class StreamCode(StreamModel stream, Names names)
{
    private readonly JsonCode _json = new(names);

    public CodeText Type => CodeText.Of($"{names["IAsyncEnumerable"]}<{ItemType}>");

    public CodeText Open() => stream.LinesType.Length > 0
        ? CodeText.Of($"return _pipeline.LinesAsync(call, {CodeText.Literal(stream.LinesType)}, {_json.Reader(stream.Type!, stream.IsNullable)}, cancellationToken);")
        : CodeText.Of($"return _pipeline.StreamAsync(call, {Info()}, {Reader()}, cancellationToken);");

    private CodeText ItemType => stream.Type is { } type ? names.Of(type, stream.IsNullable) : names["ServerSentEvent"];

    private CodeText Info()
    {
        CodeText members = CodeText.List(
        [
            Texts("End", stream.End),
            Texts("Error", stream.Error),
            stream.Reconnects ? CodeText.Of($"Reconnects = true") : CodeText.Empty,
            stream.IdleTimeout is { } time ? CodeText.Of($"IdleTimeout = {names.Duration(time)}") : CodeText.Empty,
        ]);
        return members.IsEmpty ? CodeText.Of($"new {names["EventStreamInfo"]}()") : CodeText.Of($$"""new {{names["EventStreamInfo"]}} { {{members}} }""");
    }

    private CodeText Reader() => stream.Item switch
    {
        StreamItem.Event => CodeText.Of($"static received => received"),
        StreamItem.Cases => CodeText.Of($"{CodeText.Identifier(stream.Type!.Name)}Json.Read"),
        _ => CodeText.Of($"static received => {_json.ReadEvent(new EventDataModel(stream.Type!, stream.Item == StreamItem.Text, stream.IsNullable))}"),
    };

    private static CodeText Texts(string name, EquatableArray<string> items) =>
        items.Count == 0 ? CodeText.Empty : CodeText.Of($"{CodeText.Identifier(name)} = [{CodeText.List(items.Select(CodeText.Literal))}]");
}
