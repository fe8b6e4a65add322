using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Reads the headers of a part (OpenAPI 3.1, section 4.8.15): those with one value are sent with it. The caller gives a file others with the file.</summary>
internal sealed class PartHeaders(DiagnosticBag diagnostics)
{
    public EquatableArray<PartHeaderModel> Lower(string field, PartForm form, MappingNode? encoding)
    {
        List<PartHeaderModel> headers = [];
        foreach (Node node in encoding?.Mapping("headers")?.Values ?? [])
        {
            string name = node.Key!.Text;
            // The media type has a place of its own in the encoding.
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-", StringComparison.Ordinal) && node is not MappingNode)
            {
                continue;
            }

            if (HeaderName.Problem(name) is not null)
            {
                Report(node, field, $"the header '{name}' cannot be sent");
            }
            else if (ValueOf(node as MappingNode) is { } value && value.All(c => c is >= ' ' and <= '~'))
            {
                headers.Add(new PartHeaderModel(name, value));
            }
            else if (form != PartForm.File)
            {
                Report(node, field, $"the header '{name}' is not sent, because the document gives it no value");
            }
        }

        return headers.ToEquatableArray();
    }

    /// <summary>The one value that a header can have, or else its default.</summary>
    private static string? ValueOf(MappingNode? header)
    {
        MappingNode? schema = header?.Mapping("schema");
        Node? only = schema?.Sequence("enum") is { Items.Count: 1 } literals ? literals.Items[0] : null;
        return (schema?["const"] ?? only ?? schema?["default"]) is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;
    }

    /// <summary>A service does without a header that is not required.</summary>
    private void Report(Node node, string field, string reason) => diagnostics.ReportAtName(
        node is MappingNode header && header.Flag("required") ? Descriptors.FormNotAsDescribed : Descriptors.EncodingNotUsed,
        node,
        field,
        reason);
}
