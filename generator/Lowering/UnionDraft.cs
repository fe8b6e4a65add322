using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>A union before it is known whether what it holds is sent, received or both.</summary>
internal sealed record UnionDraft(string Name, Schema Schema, string Member, IReadOnlyList<CaseDraft> Cases);

/// <summary>An alternative with its type.</summary>
internal sealed record CaseDraft(UnionBranch Branch, TypeRef Type);
