using System.Globalization;

namespace Dragoman.Generator.Lowering;

/// <summary>Gives names that are free among those of one place, the second <c>Pet</c> being <c>Pet2</c>. Names that differ only in case count as one: files and readers confuse them.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    /// <summary>What every class has from object: no member of ours can have these names.</summary>
    public static readonly string[] ObjectMembers = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    public NameScope()
        : this([])
    {
    }

    /// <summary>A free name; with <paramref name="companions"/>, one whose names with these affixes are free too.</summary>
    public string Take(string wanted, params string[] companions)
    {
        string name = wanted;
        for (int number = 2; !IsFree(name, companions); number++)
        {
            // "v1" and a number must not read as "v12".
            string separator = char.IsDigit(wanted[wanted.Length - 1]) ? "_" : "";
            name = wanted + separator + number.ToString(CultureInfo.InvariantCulture);
        }

        _taken.Add(name);
        foreach (string companion in companions)
        {
            _taken.Add(Affix(companion, name));
        }

        return name;
    }

    public bool IsFree(string name, params string[] companions) =>
        !_taken.Contains(name) && companions.All(companion => !_taken.Contains(Affix(companion, name)));

    private static string Affix(string companion, string name) => companion.Replace("*", name);
}
