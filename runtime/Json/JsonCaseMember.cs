namespace Dragoman;

/// <summary>A member of an object case.</summary>
/// <param name="Name">The name in JSON.</param>
/// <param name="IsRequired">Whether the member is always there.</param>
/// <param name="Kinds">The kinds of its values; <see cref="JsonKinds.None"/> where any will do.</param>
/// <param name="Values">Its values; none where any will do.</param>
internal sealed record JsonCaseMember(string Name, bool IsRequired, JsonKinds Kinds = JsonKinds.None, params string[] Values);
