namespace Dragoman.Generator.Model;

/// <summary>The events of a stream as a closed set of cases and one for events newer than the document.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Pointer">The JSON pointer of the schema in its document.</param>
/// <param name="UnknownName">The nested record of events that no case is for.</param>
internal sealed record EventsModel(string Name, string Pointer, string Description, bool IsDeprecated, EquatableArray<EventCaseModel> Cases, string UnknownName)
    : TypeModel(Name, Pointer, Description, IsDeprecated);

/// <summary>A kind of event.</summary>
/// <param name="Name">The nested record.</param>
/// <param name="EventTypes">The types of events that are read as it.</param>
/// <param name="Data">What the event's data is.</param>
internal sealed record EventCaseModel(string Name, EquatableArray<string> EventTypes, EventDataModel Data, string Description);

/// <summary>The data of an event.</summary>
/// <param name="IsText">True for plain text; false for JSON.</param>
/// <param name="IsNullable">True where JSON's null is a value.</param>
internal sealed record EventDataModel(TypeRef Type, bool IsText, bool IsNullable);
