using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Takes members of the type that OpenAPI gives them. One of another type is reported and taken for absent.</summary>
internal sealed class ShapeCheck(DiagnosticBag diagnostics)
{
    public MappingNode? Mapping(MappingNode? owner, string name, string type = "an object")
    {
        if (owner?[name] is { } node and not MappingNode)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, node, name, type);
        }

        return owner?.Mapping(name);
    }

    public SequenceNode? Sequence(MappingNode owner, string name)
    {
        if (owner[name] is { } node and not SequenceNode)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, node, name, "a list");
        }

        return owner.Sequence(name);
    }
}
