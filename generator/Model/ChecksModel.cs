namespace Dragoman.Generator.Model;

/// <summary>A record or union whose values are checked before they are sent.</summary>
/// <param name="Name">The class that checks them.</param>
/// <param name="TypeName">The record or union.</param>
/// <param name="Members">The members of a record that have constraints, or whose own members have.</param>
/// <param name="Cases">The cases of a union whose values have.</param>
internal sealed record ChecksModel(string Name, string TypeName, EquatableArray<CheckedMemberModel> Members, EquatableArray<CheckedCaseModel> Cases)
{
    /// <summary>What derives from a record and has checks of its own, which hold for the members of the base as well.</summary>
    public EquatableArray<DerivedChecksModel> Derived { get; init; }
}

/// <summary>A record that derives from another.</summary>
/// <param name="TypeName">The record.</param>
/// <param name="Name">The class that checks it.</param>
internal sealed record DerivedChecksModel(string TypeName, string Name);

/// <summary>A member with constraints.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Name">The C# name.</param>
/// <param name="IsPresenceKept">True where the C# type is <c>Optional</c>, whose value is what is checked.</param>
/// <param name="Default">What is not sent unless it is set, and so not checked; null where the member has no such value.</param>
internal sealed record CheckedMemberModel(string WireName, string Name, TypeRef Type, ConstraintsModel Constraints, bool IsPresenceKept = false, LiteralModel? Default = null);

/// <summary>A case of a union with constraints.</summary>
/// <param name="Name">The nested record.</param>
internal sealed record CheckedCaseModel(string Name, TypeRef Type, ConstraintsModel Constraints);
