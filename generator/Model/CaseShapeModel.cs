namespace Dragoman.Generator.Model;

/// <summary>The forms of values that tell cases apart.</summary>
internal enum CaseForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Some texts.</summary>
    Texts,

    /// <summary>A text that can be read as a type.</summary>
    Formatted,
    Boolean,
    Integer,
    Number,
    List,
    Map,
    Object,
    Union,
}

/// <summary>What the values of a case look like in JSON.</summary>
/// <param name="Type">What <see cref="CaseForm.Formatted"/> is read as, and the union of <see cref="CaseForm.Union"/>; else null.</param>
internal sealed record CaseShapeModel(CaseForm Form, TypeRef? Type = null)
{
    /// <summary>The texts of <see cref="CaseForm.Texts"/>.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The items of a list; null where they tell nothing.</summary>
    public CaseShapeModel? Item { get; init; }

    /// <summary>The members of an object.</summary>
    public EquatableArray<CaseMemberModel> Members { get; init; }

    /// <summary>True where an object keeps members that are not named.</summary>
    public bool KeepsOthers { get; init; }
}

/// <summary>A member of an object that is a case.</summary>
/// <param name="IsRequired">True where the service always sends it.</param>
/// <param name="Values">The values that it is limited to, those of numbers and booleans as JSON writes them; none where it is not limited.</param>
/// <param name="Kind">The kind of its values where another case has others, as the runtime names it; else empty.</param>
internal sealed record CaseMemberModel(string WireName, bool IsRequired, EquatableArray<string> Values, string Kind);
