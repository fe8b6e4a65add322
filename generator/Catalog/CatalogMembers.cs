using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>The members of one mapping of a catalog, each checked where it is read. A member that is absent or refused is null.</summary>
internal sealed class CatalogMembers(MappingNode mapping, DiagnosticBag diagnostics)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    public MappingNode Node { get; } = mapping;

    /// <summary>Reports the members that the grammar does not have, most of which are misspelt ones that it has.</summary>
    public void Allow(string what, params string[] names)
    {
        foreach (Node value in Node.Values)
        {
            string name = value.Key!.Text;
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                diagnostics.Report(Descriptors.CatalogUnknownMember, value.Key, name, what, Suggestion.For(name, names));
            }
        }
    }

    public string? Text(string name) => Scalar(name, "a text that is not empty", static scalar => scalar is { Kind: ScalarKind.String, Text.Length: > 0 })?.Text;

    /// <summary>The start of a class name.</summary>
    public string? ClassName(string name) =>
        Scalar(name, "the start of a class name: a capital letter, then up to 99 letters and digits", static scalar => scalar.Kind is ScalarKind.String && IsClassName(scalar.Text))?.Text;

    public string? Url(string name) => Scalar(name, "an absolute http or https URL", static scalar => scalar.Kind is ScalarKind.String && DocsUrl.IsValid(scalar.Text))?.Text;

    /// <summary>A JSON pointer to a part of a body, so not the empty one, which is the body itself.</summary>
    public string? Pointer(string name) =>
        Scalar(name, "a JSON pointer such as /error/code", static scalar => scalar is { Kind: ScalarKind.String, Text.Length: > 0 } && JsonPointer.Parse(scalar.Text) is not null)?.Text;

    /// <summary>One of the texts that the grammar has, as what it stands for.</summary>
    public T? Choice<T>(string name, params (string Text, T Value)[] choices)
        where T : struct
    {
        string form = $"{string.Join(", ", choices.Take(choices.Length - 1).Select(choice => choice.Text))} or {choices[choices.Length - 1].Text}";
        return Scalar(name, form, scalar => scalar.Kind is ScalarKind.String && Array.Exists(choices, choice => choice.Text == scalar.Text)) is { } scalar
            ? Array.Find(choices, choice => choice.Text == scalar.Text).Value
            : null;
    }

    public int? Integer(string name, int least, int most)
    {
        string range = string.Format(CultureInfo.InvariantCulture, "{0} to {1}", least, most);
        if (Scalar(name, $"an integer, {range}", static scalar => scalar.Kind is ScalarKind.Integer) is not { } scalar)
        {
            return null;
        }

        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }

        diagnostics.Report(Descriptors.CatalogRange, scalar, name, scalar.Text, range);
        return null;
    }

    public TimeSpan? Wait(string name)
    {
        if (Scalar(name, Duration.Form, static scalar => scalar.Kind is ScalarKind.String && Duration.TryParse(scalar.Text, out _)) is not { } scalar)
        {
            return null;
        }

        _ = Duration.TryParse(scalar.Text, out TimeSpan value);
        if (value > TimeSpan.Zero && value <= s_longest)
        {
            return value;
        }

        diagnostics.Report(Descriptors.CatalogRange, scalar, name, scalar.Text, "more than nothing and at most 1h");
        return null;
    }

    public CatalogMembers? Mapping(string name) => Node[name] is { } value ? Mapping(value, name, diagnostics) : null;

    /// <summary>A value that the grammar has as a mapping; null where it is none, which is then reported.</summary>
    public static CatalogMembers? Mapping(Node value, string name, DiagnosticBag diagnostics)
    {
        if (value is MappingNode mapping)
        {
            return new(mapping, diagnostics);
        }

        diagnostics.Report(Descriptors.CatalogShape, value, name, "a mapping");
        return null;
    }

    /// <summary>The items of a list of texts; those that are none are left out.</summary>
    public IEnumerable<ScalarNode> Texts(string name)
    {
        if (Node[name] is not { } value)
        {
            return [];
        }

        if (value is not SequenceNode { Items.Count: > 0 } list)
        {
            diagnostics.Report(Descriptors.CatalogShape, value, name, "a list that is not empty");
            return [];
        }

        return list.Items.Select(item => Check(item, name, "a list of texts", static scalar => scalar is { Kind: ScalarKind.String, Text.Length: > 0 })).OfType<ScalarNode>();
    }

    private ScalarNode? Scalar(string name, string form, Func<ScalarNode, bool> isGood) => Node[name] is { } value ? Check(value, name, form, isGood) : null;

    private ScalarNode? Check(Node value, string name, string form, Func<ScalarNode, bool> isGood)
    {
        if (value is ScalarNode scalar && isGood(scalar))
        {
            return scalar;
        }

        diagnostics.Report(Descriptors.CatalogShape, value, name, form);
        return null;
    }

    private static bool IsClassName(string text) =>
        text.Length is > 0 and <= 100 && text[0] is >= 'A' and <= 'Z' && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}
