using System.Reflection;
using System.Xml.Linq;
using BitHuman;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>The documentation file that the compiler wrote of the generated client.</summary>
internal static class XmlDocumentation
{
    private static readonly Lazy<IReadOnlyList<XElement>> s_members = new(static () =>
        [.. XDocument.Load(Path.ChangeExtension(typeof(BitHumanClient).Assembly.Location, ".xml")).Descendants("member")]);

    /// <summary>The documentation of a client's method whose name is not overloaded: that of its interface, which editors show for both.</summary>
    public static XElement Of(MethodInfo method) => s_members.Value.Single(member => Name(member).StartsWith($"M:{method.DeclaringType!.Namespace}.I{method.DeclaringType.Name}.{method.Name}(", StringComparison.Ordinal));

    /// <summary>The documentation of a type.</summary>
    public static XElement Of(Type type) => s_members.Value.Single(member => Name(member) == $"T:{type.FullName}");

    /// <summary>The exceptions listed, without the <c>T:</c> of a reference that the compiler has found.</summary>
    public static IEnumerable<(string Type, string Text)> Exceptions(XElement member) =>
        from exception in member.Elements("exception") select (((string)exception.Attribute("cref")!)["T:".Length..], exception.Value);

    private static string Name(XElement member) => (string)member.Attribute("name")!;
}
