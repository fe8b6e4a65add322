using System.Reflection;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>Every object that can be reached from one, by the fields that hold them.</summary>
internal static class ObjectGraph
{
    /// <summary>The types of the objects, each with a way to one of them, such as <c>ApiModel.Records[].Members</c>.</summary>
    public static IReadOnlyDictionary<Type, string> TypesIn(object root)
    {
        Dictionary<Type, string> types = [];
        HashSet<object> visited = new(ReferenceEqualityComparer.Instance);
        Stack<(object Value, string Way)> pending = new([(root, root.GetType().Name)]);
        while (pending.TryPop(out (object Value, string Way) next))
        {
            Type type = next.Value.GetType();
            types.TryAdd(type, next.Way);
            if (IsLeaf(type) || (!type.IsValueType && !visited.Add(next.Value)))
            {
                continue;
            }

            foreach ((object value, string way) in next.Value is Array items ? items.OfType<object>().Select(item => (item, $"{next.Way}[]")) : Fields(next.Value, next.Way))
            {
                pending.Push((value, way));
            }
        }

        return types;
    }

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string);

    private static IEnumerable<(object Value, string Way)> Fields(object owner, string way)
    {
        for (Type? type = owner.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(owner) is { } value)
                {
                    yield return (value, $"{way}.{NameOf(field)}");
                }
            }
        }
    }

    /// <summary>A property is named as in its declaration, not as the compiler calls its field: <c>&lt;Name&gt;k__BackingField</c>.</summary>
    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
