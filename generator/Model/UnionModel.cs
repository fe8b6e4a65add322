namespace Dragoman.Generator.Model;

/// <summary>Alternatives as a closed set of cases and one for values newer than the document.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Pointer">The JSON pointer of the schema in its document.</param>
/// <param name="Member">The name in JSON of the member that tells the cases apart; empty where their shapes do.</param>
/// <param name="UnknownName">The nested record of values that no case is for.</param>
/// <param name="DefaultName">The nested record of values that no other case is for; empty where they are kept as they are.</param>
/// <param name="HasRequestForm">True where a request is written without some members of a case.</param>
/// <param name="HasShapes">True where the shapes of the cases are needed: they tell them apart, or those of a union that this one is a case of.</param>
internal sealed record UnionModel(
    string Name,
    string Pointer,
    string Description,
    bool IsDeprecated,
    string Member,
    EquatableArray<UnionCaseModel> Cases,
    string UnknownName,
    string DefaultName,
    bool HasRequestForm,
    bool HasShapes) : TypeModel(Name, Pointer, Description, IsDeprecated)
{
    /// <summary>True where schemas at several places are this one type, so that it is within none of them.</summary>
    public bool IsShared { get; init; }
}

/// <summary>An alternative.</summary>
/// <param name="Name">The nested record.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Values">The values of the member that decide for it.</param>
/// <param name="Constant">The one text that it stands for; null where it has any.</param>
/// <param name="IsConvertible">True where no other case holds the type, so that a value of it converts to the union.</param>
/// <param name="Shape">What its values look like; null where that is not needed.</param>
internal sealed record UnionCaseModel(string Name, TypeRef Type, EquatableArray<string> Values, string? Constant, bool IsConvertible, string Description, CaseShapeModel? Shape)
{
    /// <summary>What the union writes to tell the case apart; null where what it holds does so itself.</summary>
    public CaseTagModel? Tag { get; init; }
}

/// <summary>The value of a union's member for one case.</summary>
/// <param name="MemberName">The record's property, which has the value where it has none itself; empty where the record has no such member.</param>
internal sealed record CaseTagModel(string Value, string MemberName);
