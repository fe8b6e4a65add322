using System.Text.RegularExpressions;

namespace Dragoman.Generator.Text;

/// <summary>Resolves plain scalars by the YAML 1.2 core schema (section 10.3.2), in which <c>no</c>, <c>on</c> and <c>1:30</c> are text.</summary>
internal static class CoreSchema
{
    private static readonly Regex s_integer = new("^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_float = new(@"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$", RegexOptions.CultureInvariant);

    public static ScalarKind Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when !MayStartNumber(text[0]) => ScalarKind.String,
        _ when s_integer.IsMatch(text) => ScalarKind.Integer,
        _ when s_float.IsMatch(text) => ScalarKind.Float,
        _ => ScalarKind.String,
    };

    private static bool MayStartNumber(char first) => first is (>= '0' and <= '9') or '-' or '+' or '.';
}
