using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Reports what of a schema's discriminator cannot be read, or is not followed.</summary>
internal static class DiscriminatorCheck
{
    public static void Check(MappingNode schema, ShapeCheck check, DiagnosticBag diagnostics)
    {
        if (check.Mapping(schema, "discriminator") is not { } discriminator)
        {
            return;
        }

        if (discriminator["propertyName"] is not ScalarNode { Kind: not ScalarKind.Null, Text.Length: > 0 })
        {
            diagnostics.ReportAtName(Descriptors.MissingMember, discriminator, "propertyName", "a discriminator names the member that decides");
        }

        foreach (Node value in (check.Mapping(discriminator, "mapping")?.Values ?? []).Where(value => value is not ScalarNode))
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, value, value.Key!.Text, "the name of a schema");
        }
    }
}
