using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads the shapes of an error body: one mapping, or a list of them.</summary>
internal static class EnvelopeReader
{
    public static IReadOnlyList<EnvelopeEntry> Read(CatalogMembers catalog, DiagnosticBag diagnostics)
    {
        IReadOnlyList<Node> shapes = catalog.Node["envelope"] switch
        {
            null => [],
            SequenceNode { Items.Count: > 0 } list => list.Items,
            { } one => [one],
        };
        List<EnvelopeEntry> entries = [];
        foreach (Node shape in shapes)
        {
            if (shape is MappingNode mapping)
            {
                entries.Add(ReadShape(new CatalogMembers(mapping, diagnostics)));
            }
            else
            {
                diagnostics.Report(Descriptors.CatalogShape, shape, "envelope", "a mapping, or a list of mappings that is not empty");
            }
        }

        return entries;
    }

    private static EnvelopeEntry ReadShape(CatalogMembers shape)
    {
        shape.Allow("an envelope", "code", "message", "status", "requestId", "retryAfter", "docs", "members");
        return new EnvelopeEntry
        {
            Code = shape.Pointer("code"),
            Message = shape.Pointer("message"),
            Status = shape.Pointer("status"),
            RequestId = shape.Pointer("requestId"),
            RetryAfter = shape.Pointer("retryAfter"),
            Docs = shape.Pointer("docs"),
            Members = ReadMembers(shape),
        };
    }

    private static IReadOnlyList<EnvelopeMember> ReadMembers(CatalogMembers shape)
    {
        List<EnvelopeMember> members = [];
        if (shape.Mapping("members") is { } places)
        {
            foreach (ScalarNode name in places.Node.Values.Select(value => value.Key!))
            {
                if (places.Pointer(name.Text) is { } pointer)
                {
                    members.Add(new EnvelopeMember(name.Text, pointer, name));
                }
            }
        }

        return members;
    }
}
