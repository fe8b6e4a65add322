using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dragoman;

/// <summary>Checks arguments against what a description allows (JSON Schema 2020-12, validation, section 6). Null is no value, and breaks no rule but <c>required</c>, which the compiler keeps.</summary>
/// <remarks>Called by generated code, where the project asks for it. Every method throws an <see cref="ArgumentException"/> that names the value.</remarks>
public static class ValueCheck
{
    /// <summary>As many as a description has; made when they are first needed.</summary>
    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new(StringComparer.Ordinal);

    /// <summary>Checks the length of a text, in Unicode characters and not in UTF-16 units (section 6.3.1).</summary>
    /// <param name="value">The text.</param>
    /// <param name="least">The fewest characters.</param>
    /// <param name="most">The most characters.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <exception cref="ArgumentException">It is shorter or longer.</exception>
    public static void Length(string? value, int least, int most, string path, string name = "")
    {
        if (value is null)
        {
            return;
        }

        Size(Characters(value), least, most, "characters", path, name);
    }

    /// <summary>Checks a text against a pattern, which is found anywhere in it by the rules of .NET.</summary>
    /// <param name="value">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <exception cref="ArgumentException">The pattern is not found in it.</exception>
    public static void Pattern(string? value, string pattern, string path, string name = "")
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (value is not null && !IsMatch(pattern, value))
        {
            throw Broken($"must match the pattern {pattern}", path, name);
        }
    }

    /// <summary>Checks an exact number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="least">The least that is allowed; <see langword="null"/> for no bound.</param>
    /// <param name="most">The most that is allowed; <see langword="null"/> for no bound.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="above">Whether <paramref name="least"/> itself is not allowed.</param>
    /// <param name="below">Whether <paramref name="most"/> itself is not allowed.</param>
    /// <exception cref="ArgumentException">It is outside the range.</exception>
    public static void Range(decimal? value, decimal? least, decimal? most, string path, string name = "", bool above = false, bool below = false)
    {
        if (value is { } number && (number < least || number > most || (above && number == least) || (below && number == most)))
        {
            throw OutOfRange(least, most, above, below, path, name);
        }
    }

    /// <summary>Checks a floating-point number.</summary>
    /// <inheritdoc cref="Range(decimal?, decimal?, decimal?, string, string, bool, bool)"/>
    public static void FloatRange(double? value, double? least, double? most, string path, string name = "", bool above = false, bool below = false)
    {
        if (value is { } number && (number < least || number > most || (above && number == least) || (below && number == most)))
        {
            throw OutOfRange(least, most, above, below, path, name);
        }
    }

    /// <summary>Checks whether a number is a multiple of another one.</summary>
    /// <param name="value">The number.</param>
    /// <param name="divisor">What divides it without a remainder; above zero.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void MultipleOf(decimal? value, decimal divisor, string path, string name = "")
    {
        if (value % divisor is { } rest && rest != 0)
        {
            throw Broken(FormattableString.Invariant($"must be a multiple of {divisor}"), path, name);
        }
    }

    /// <summary>Checks how many items a list has, or a map.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The list or map.</param>
    /// <param name="least">The fewest items.</param>
    /// <param name="most">The most items.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static void Count<T>(IReadOnlyCollection<T>? items, int least, int most, string path, string name = "")
    {
        if (items is not null)
        {
            Size(items.Count, least, most, "items", path, name);
        }
    }

    /// <summary>Checks that no two items of a list are equal.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The list.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <exception cref="ArgumentException">Two items are equal.</exception>
    public static void Unique<T>(IReadOnlyCollection<T>? items, string path, string name = "")
    {
        if (items is not null && items.ToHashSet().Count < items.Count)
        {
            throw Broken("must have no item twice", path, name);
        }
    }

    /// <summary>Checks each item of a list.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The list.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="check">Checks an item; told where it is.</param>
    public static void Each<T>(IReadOnlyList<T>? items, string path, string name, Action<T, string> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        for (int i = 0; i < items?.Count; i++)
        {
            check(items[i], string.Create(CultureInfo.InvariantCulture, $"{Join(path, name)}[{i}]"));
        }
    }

    /// <summary>Checks each value of a map.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="values">The map.</param>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="check">Checks a value; told where it is.</param>
    public static void EachValue<T>(IReadOnlyDictionary<string, T>? values, string path, string name, Action<T, string> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        foreach ((string key, T value) in values ?? (IEnumerable<KeyValuePair<string, T>>)[])
        {
            check(value, $"{Join(path, name)}[{key}]");
        }
    }

    /// <summary>The place of a value in what it belongs to.</summary>
    /// <param name="path">What the value belongs to.</param>
    /// <param name="name">What it is called there; empty where it is that itself.</param>
    public static string Join(string path, string name) => name.Length == 0 ? path : $"{path}.{name}";

    private static int Characters(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A pattern that never ends says nothing about the text, and the service checks it anyway.</summary>
    private static bool IsMatch(string pattern, string text)
    {
        try
        {
            return s_patterns.GetOrAdd(pattern, static pattern => new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static void Size(int size, int least, int most, string unit, string path, string name)
    {
        if (size < least)
        {
            throw Broken(FormattableString.Invariant($"must have at least {least} {unit}, but has {size}"), path, name);
        }

        if (size > most)
        {
            throw Broken(FormattableString.Invariant($"must have at most {most} {unit}, but has {size}"), path, name);
        }
    }

    private static ArgumentException OutOfRange(IFormattable? least, IFormattable? most, bool above, bool below, string path, string name)
    {
        string? low = least is null ? null : FormattableString.Invariant($"{(above ? "above" : "at least")} {least}");
        string? high = most is null ? null : FormattableString.Invariant($"{(below ? "below" : "at most")} {most}");
        return Broken($"must be {string.Join(" and ", new[] { low, high }.OfType<string>())}", path, name);
    }

    /// <summary>The value itself is not shown: it may be a secret.</summary>
    private static ArgumentException Broken(string rule, string path, string name)
    {
        string place = Join(path, name);
        return new ArgumentException($"{place} {rule}.", path.Split('.', '[')[0]);
    }
}
