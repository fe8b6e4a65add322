using System.Text.RegularExpressions;

namespace Dragoman.Generator.Lowering;

/// <summary>Names of components that are full names of .NET's types: <c>Page`1[[Shop.Item, Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]</c>.</summary>
internal static class ClrName
{
    private static readonly Regex s_assembly = new(@",[^\[\],]+,\s*Version=[^\[\]]*", RegexOptions.CultureInvariant);
    private static readonly Regex s_arity = new(@"`[0-9]+(?=\[|\z)", RegexOptions.CultureInvariant);

    /// <summary>The name without assemblies and numbers of type arguments, which tell nobody anything; any other text as it is.</summary>
    public static string Short(string name) => s_arity.Replace(s_assembly.Replace(name, ""), "");
}
