namespace Dragoman.Generator.Model;

/// <summary>Alternatives that one member tells apart, as a closed set of cases and one for values newer than the document.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Pointer">The JSON pointer of the schema in its document.</param>
/// <param name="Member">The name in JSON of the member that decides.</param>
/// <param name="UnknownName">The nested record of values that no case is for.</param>
/// <param name="HasRequestForm">True where a request is written without some members of a case.</param>
internal sealed record UnionModel(
    string Name,
    string Pointer,
    string Description,
    bool IsDeprecated,
    string Member,
    EquatableArray<UnionCaseModel> Cases,
    string UnknownName,
    bool HasRequestForm);

/// <summary>An alternative.</summary>
/// <param name="Name">The nested record.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Values">The values of the member that decide for it.</param>
/// <param name="IsConvertible">True where no other case holds the type, so that a value of it converts to the union.</param>
internal sealed record UnionCaseModel(string Name, TypeRef Type, EquatableArray<string> Values, bool IsConvertible, string Description);
