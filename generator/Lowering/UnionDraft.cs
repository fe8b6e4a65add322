using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>A union before it is known whether what it holds is sent, received or both.</summary>
/// <param name="Member">The member that tells the cases apart; null where their shapes do.</param>
internal sealed record UnionDraft(string Name, Schema Schema, string? Member, IReadOnlyList<CaseDraft> Cases)
{
    /// <summary>The first place in the order of texts where the document has the union.</summary>
    public string Pointer { get; set; } = Schema.Node.Pointer;

    /// <summary>True where several places share the union, so that what is said in one of them does not hold for all.</summary>
    public bool IsShared { get; init; }

    /// <summary>The case of values that no other is for; null where they are kept as they are.</summary>
    public CaseDraft? Default { get; init; }
}

/// <summary>An alternative with its type.</summary>
/// <param name="Name">What it is called after.</param>
/// <param name="Fallback">What it is called after where the name has no letter or digit.</param>
/// <param name="Values">The values of the union's member that decide for it.</param>
/// <param name="Constant">The one text that it stands for; null where it has any.</param>
internal sealed record CaseDraft(string Name, string Fallback, TypeRef Type, IReadOnlyList<string> Values, string? Constant, string Description)
{
    /// <summary>The alternative whose constraints hold for the case, of a shared union that of each place; none where the case stands for several.</summary>
    public IReadOnlyList<Schema> Schemas { get; set; } = [];
}
