using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the events of a stream: a closed record with a nested one for each kind of event, and beside it the code that reads them.</summary>
internal sealed class EventsEmitter
{
    private readonly EventsModel _events;
    private readonly Names _names;
    private readonly JsonCode _json;
    private readonly CodeText _name;
    private readonly CodeText _unknown;

    public EventsEmitter(EventsModel events, Names names)
    {
        _events = events;
        _names = names.Within([.. events.Cases.Select(item => item.Name), events.UnknownName]);
        _json = new JsonCode(_names);
        _name = CodeText.Identifier(events.Name);
        _unknown = CodeText.Identifier(events.UnknownName);
    }

    public CodeText Code() => CodeText.Paragraphs(Record(), Json());

    private CodeText Record() => CodeText.Of($$"""
        {{DocEmitter.Summary(_events.Description)}}
        /// <remarks>One of its nested records, told apart by the type of the event.{{(_events.IsDeprecated ? CodeText.Of($" The document marks this as deprecated.") : CodeText.Empty)}}</remarks>
        {{_names.Access}} abstract partial record {{_name}}
        {
            private protected {{_name}}() { }

            {{CodeText.Members(_events.Cases.Select(Case))}}

            /// <summary>An event that the document does not know.</summary>
            /// <param name="Value">The event as it was sent.</param>
            public sealed record {{_unknown}}({{_names["ServerSentEvent"]}} Value) : {{_name}};
        }
        """);

    private CodeText Case(EventCaseModel item) => CodeText.Of($"""
        {DocEmitter.Summary(item.Description, item.EventTypes.All(type => DocText.WireName(type, item.Name).IsEmpty) ? CodeText.Empty : CodeText.Of($"The event {Types(item, DocText.Code)}."))}
        public sealed record {CodeText.Identifier(item.Name)}({_names.Of(item.Data.Type, item.Data.IsNullable)} Value) : {_name};
        """);

    private CodeText Json() => CodeText.Of($$"""
        /// <summary>Reads the data of events.</summary>
        internal static class {{_name}}Json
        {
            internal static {{_name}} Read({{_names["ServerSentEvent"]}} received) => received.EventType switch
            {
                {{CodeText.Lines(_events.Cases.Select(item => CodeText.Of($"{Types(item, CodeText.Literal)} => new {_name}.{CodeText.Identifier(item.Name)}({_json.ReadEvent(item.Data)}),")))}}
                _ => new {{_name}}.{{_unknown}}(received),
            };
        }
        """);

    private static CodeText Types(EventCaseModel item, Func<string, CodeText> print) => item.EventTypes.Select(print).Aggregate((left, right) => CodeText.Of($"{left} or {right}"));
}
