using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Reports what the encoding of a part (OpenAPI 3.2, section 4.15) says that is not followed.</summary>
internal static class EncodingCheck
{
    /// <summary>Encodings of parts within a part.</summary>
    private static readonly string[] s_nested = ["encoding", "prefixEncoding", "itemEncoding"];

    public static void Check(string field, TypeRef type, MappingNode? encoding, DiagnosticBag diagnostics)
    {
        foreach (Node nested in s_nested.Select(member => encoding?[member]).OfType<Node>())
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, nested, nested.Key!.Text);
        }

        if (encoding is null || type.IsScalar || Style(type, encoding) is not { } style)
        {
            return;
        }

        string sent = type.Kind == TypeKind.List ? "a list is one part for each item" : "an object is sent as JSON";
        diagnostics.ReportAtName(Descriptors.EncodingNotUsed, style, field, $"parts have no style; {sent}");
    }

    /// <summary>What asks for another form than the one that the field has anyway; null where nothing does.</summary>
    private static Node? Style(TypeRef type, MappingNode encoding)
    {
        bool isForm = encoding.Text("style") is null or "form";
        bool isExploded = encoding["explode"] is null ? isForm : encoding.Flag("explode");
        return type.Kind == TypeKind.List && isForm && isExploded ? null : encoding["style"] ?? encoding["explode"];
    }
}
