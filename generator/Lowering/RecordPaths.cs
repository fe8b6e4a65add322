using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Follows JSON pointers of extensions through the members of records.</summary>
internal sealed class RecordPaths(IReadOnlyDictionary<string, RecordModel> records)
{
    /// <summary>The type of what a pointer names and the way there; null where it leaves the records.</summary>
    public (TypeRef Type, List<MemberStep> Steps)? Walk(TypeRef type, string pointer)
    {
        List<MemberStep> steps = [];
        foreach (string token in JsonPointer.Parse(pointer) ?? ["\0"])
        {
            if (type.Kind != TypeKind.Record || records[type.Name].Members.FirstOrDefault(member => member.WireName == token) is not { } member)
            {
                return null;
            }

            steps.AddRange(member.IsPresenceKept ? [new MemberStep(member.Name, IsOptional: false), new MemberStep("Value", IsOptional: true)] : [new MemberStep(member.Name, member.IsOptional)]);
            type = member.Type;
        }

        return (type, steps);
    }
}
