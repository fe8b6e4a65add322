using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides what the events of a stream are read as.</summary>
internal sealed class EventsLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    /// <summary>By schema and by the events that are errors, which are no cases.</summary>
    private readonly Dictionary<(Schema, string), TypeRef> _known = [];

    /// <summary>The items of streams that have one kind of event.</summary>
    private readonly List<TypeRef> _items = [];

    public List<EventsModel> Events { get; } = [];

    /// <summary>What the events hold.</summary>
    public IEnumerable<TypeRef> Received => Events.SelectMany(events => events.Cases).Select(item => item.Data.Type).Concat(_items);

    /// <summary>What an item of a stream is, and its type.</summary>
    /// <param name="item">The schema of an event; null where the document does not describe it.</param>
    /// <param name="name">What the type of the events is called, if the schema is inline.</param>
    /// <param name="errors">The events that become exceptions.</param>
    public (StreamItem Item, TypeRef? Type, bool IsNullable) Lower(Schema? item, string name, IReadOnlyCollection<string> errors)
    {
        if (item is null || item.Target.IsUnresolved)
        {
            return (StreamItem.Event, null, false);
        }

        if (EventShape.Find(item.Target, diagnostics, out string problem) is not { } shape)
        {
            diagnostics.ReportAtName(Descriptors.KeptAsJson, item.Node, problem, "ServerSentEvent");
            return (StreamItem.Event, null, false);
        }

        if (shape.Branches[0].Types.Count > 0)
        {
            return (StreamItem.Cases, Cases(item.Target, shape, name, errors), false);
        }

        if (Data(shape.Branches[0], name) is not { } data)
        {
            return (StreamItem.Event, null, false);
        }

        _items.Add(data.Type);
        return (data.IsText ? StreamItem.Text : StreamItem.Json, data.Type, data.IsNullable);
    }

    private TypeRef Cases(Schema schema, EventShape shape, string name, IReadOnlyCollection<string> errors)
    {
        (Schema, string) key = (schema, string.Join("\n", errors));
        if (_known.TryGetValue(key, out TypeRef? known))
        {
            return known;
        }

        string eventsName = types.NameOfEvents(schema, name);
        TypeRef type = new(TypeKind.Union, eventsName);
        _known.Add(key, type);
        CaseNames names = new(eventsName);
        List<EventCaseModel> cases = [];
        foreach (EventBranch branch in shape.Branches.Where(branch => !branch.Types.All(errors.Contains)))
        {
            if (Data(branch, eventsName + Identifier.Pascal(branch.Types[0])) is { } data)
            {
                string description = branch.Schema.Description ?? branch.Schema.Target.Description ?? "";
                cases.Add(new EventCaseModel(names.Take(branch.Types[0], "Event"), branch.Types.ToEquatableArray(), data, description));
            }
        }

        foreach (Schema unread in schema.Variants.Where(variant => variant.Target.IsUnresolved))
        {
            diagnostics.ReportAtName(Descriptors.LeftOutByError, unread.Node, "Event", unread.Node.Pointer, "its schema");
        }

        Events.Add(new EventsModel(eventsName, schema.Node.Pointer, schema.Description ?? "", schema.IsDeprecated, cases.ToEquatableArray(), names.Unknown));
        return type;
    }

    /// <summary>What the data of an event is; null where its schema could not be read, which has been reported.</summary>
    private EventDataModel? Data(EventBranch branch, string name)
    {
        if (branch.Data is not { } data || data.Target is { Type: SchemaType.String, IsJsonText: false })
        {
            return new EventDataModel(new TypeRef(TypeKind.String), IsText: true, IsNullable: false);
        }

        Schema? content = data.Target.Type == SchemaType.String ? data.Target.ContentSchema : data;
        TypeUse use = content is null ? TypeUse.Json : types.Lower(content, name);
        if (use.Type is null)
        {
            diagnostics.ReportAtName(Descriptors.LeftOutByError, data.Node, "Event", branch.Types.FirstOrDefault() ?? "message", "the schema of its data");
            return null;
        }

        return new EventDataModel(use.Type, IsText: false, use.IsNullable);
    }
}
