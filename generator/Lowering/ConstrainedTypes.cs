using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the records and unions with constraints, those that hold such ones, and so on up to the request.</summary>
internal sealed class ConstrainedTypes
{
    private readonly ConstraintLowering _constraints;
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _holders = new(StringComparer.Ordinal);

    /// <summary>The records and unions among the values of the type that is looked at.</summary>
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);

    private ConstrainedTypes()
    {
        // What cannot be enforced is said when the values are read for good.
        _constraints = new ConstraintLowering(Hold, new DiagnosticBag());
    }

    /// <param name="types">The values that each of the types has, by its name.</param>
    public static IReadOnlyCollection<string> Find(IEnumerable<KeyValuePair<string, IEnumerable<(Schema Schema, TypeRef Type)>>> types)
    {
        ConstrainedTypes constrained = new();
        foreach (KeyValuePair<string, IEnumerable<(Schema Schema, TypeRef Type)>> type in types)
        {
            constrained.Add(type.Key, type.Value);
        }

        constrained.AddHolders();
        return constrained._found;
    }

    private string? Hold(TypeRef type)
    {
        _held.Add(type.Name);
        return null;
    }

    private void Add(string name, IEnumerable<(Schema Schema, TypeRef Type)> values)
    {
        _held.Clear();
        if (values.Count(value => !_constraints.Of(value.Schema, value.Type).IsNone) > 0)
        {
            _found.Add(name);
        }

        foreach (string held in _held)
        {
            if (!_holders.TryGetValue(held, out List<string>? holders))
            {
                _holders.Add(held, holders = []);
            }

            holders.Add(name);
        }
    }

    private void AddHolders()
    {
        Queue<string> open = new(_found);
        while (open.Count > 0)
        {
            foreach (string holder in _holders.TryGetValue(open.Dequeue(), out List<string>? holders) ? holders : [])
            {
                if (_found.Add(holder))
                {
                    open.Enqueue(holder);
                }
            }
        }
    }
}
