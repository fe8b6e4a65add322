using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Which components derive from which: those whose allOf names one with a discriminator, or one that derives from such (OpenAPI 3.1, 4.8.25).</summary>
internal sealed class Inheritance
{
    private readonly HashSet<Schema> _components;
    private readonly Dictionary<Schema, Schema?> _bases = [];
    private readonly Dictionary<Schema, List<Schema>> _derived = [];

    /// <param name="components">The schemas that have a name, in an order that the document's does not change.</param>
    public Inheritance(IEnumerable<Schema> components)
    {
        List<Schema> ordered = components.ToList();
        _components = [.. ordered];
        foreach (Schema component in ordered)
        {
            if (BaseOf(component) is { } parent)
            {
                _derived[parent] = [.. DerivedOf(parent), component];
            }
        }
    }

    /// <summary>The component that another derives from; null for one that derives from none.</summary>
    public Schema? BaseOf(Schema component)
    {
        if (!_components.Contains(component) || _bases.TryGetValue(component, out Schema? known) && known is null)
        {
            return null;
        }

        if (known is null)
        {
            // What leads back here is no base.
            _bases[component] = null;
            known = component.Variants.Any() ? null : component.AllOf.Select(part => part.Target).FirstOrDefault(IsBase);
            _bases[component] = known;
        }

        return known;

        bool IsBase(Schema part) => _components.Contains(part) && (IsRoot(part) || BaseOf(part) is not null) && !Line(part).Contains(component);
    }

    public IReadOnlyList<Schema> DerivedOf(Schema component) => _derived.TryGetValue(component, out List<Schema>? derived) ? derived : [];

    /// <summary>The member that tells apart what derives from a component: its own discriminator, else that of the nearest one it derives from.</summary>
    public string? MemberOf(Schema component) => Line(component).Select(item => item.Discriminator?.PropertyName).FirstOrDefault(member => member is not null);

    /// <summary>The members of discriminators that hold for a component, with the value that it has for each of its own.</summary>
    public IReadOnlyDictionary<string, string> ConstantsOf(Schema component) => Line(component)
        .Select(item => item.Discriminator?.PropertyName)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Where(member => (BaseOf(component) is not null || DerivedOf(component).Count > 0) && ValuesOf(component, member).Count > 0)
        .ToDictionary(member => member, member => Literals(component, member).FirstOrDefault(ValuesOf(component, member).Contains) ?? ValuesOf(component, member)[0], StringComparer.Ordinal);

    /// <summary>The values that lead from a component to one that derives from it, or to what derives from that; none that lead to two.</summary>
    public IReadOnlyList<string> ValuesTo(Schema derived, Schema component)
    {
        string member = MemberOf(component)!;
        HashSet<string> others = [.. DerivedOf(component).Where(other => other != derived).SelectMany(other => AllValuesOf(other, member))];
        return AllValuesOf(derived, member).Where(value => !others.Contains(value)).Distinct(StringComparer.Ordinal).OrderBy(value => value, StringComparer.Ordinal).ToList();
    }

    private static bool IsRoot(Schema schema) => schema.Discriminator is not null && !schema.Variants.Any();

    private IEnumerable<string> AllValuesOf(Schema component, string member) => ValuesOf(component, member).Concat(DerivedOf(component).SelectMany(derived => AllValuesOf(derived, member)));

    /// <summary>What the mapping says, or what AutoRest's <c>x-ms-discriminator-value</c> does, else what its schema allows, else its name. One between that says more of the member, or is told apart by another, has its value for all that derive from it.</summary>
    private IReadOnlyList<string> ValuesOf(Schema component, string member)
    {
        List<string> mapped = Line(component)
            .Select(item => item.Discriminator)
            .Where(discriminator => discriminator?.PropertyName == member)
            .SelectMany(discriminator => discriminator!.Mapping.Where(value => value.Target == component.Node).Select(value => value.Value))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(value => value, StringComparer.Ordinal)
            .ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        List<Schema> above = Line(component).Skip(1).ToList();
        int root = above.FindLastIndex(item => item.Discriminator?.PropertyName == member);
        return root < 0 ? []
            : component.Mapping?.Text("x-ms-discriminator-value") is { } named ? [named]
            : Literals(component, member) is { Count: > 0 } literals ? literals
            : above.Take(root).Any(item => (item.Discriminator is { } other && other.PropertyName != member) || Literals(item, member).Count > 0) ? []
            : [component.ComponentName!];
    }

    /// <summary>A component, what it derives from, and so on.</summary>
    public IEnumerable<Schema> Line(Schema component)
    {
        for (Schema? next = component; next is not null; next = BaseOf(next))
        {
            yield return next;
        }
    }

    /// <summary>What a component itself limits a member to.</summary>
    private static IReadOnlyList<string> Literals(Schema component, string member) => component.AllOf
        .Where(part => part.Reference is null)
        .Prepend(component)
        .SelectMany(part => part.Properties)
        .Where(property => property.Key == member)
        .SelectMany(property => Alternatives.Peel(property.Value).Literals ?? [])
        .OfType<ScalarNode>()
        .Select(literal => literal.Text)
        .Distinct(StringComparer.Ordinal)
        .ToList();
}
