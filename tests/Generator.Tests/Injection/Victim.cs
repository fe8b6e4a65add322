using System.Runtime.CompilerServices;
using Dragoman.Generator.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dragoman.Generator.Tests.Injection;

/// <summary>A text of the benign spec, each of whose places takes its turn in holding a payload.</summary>
internal sealed class Victim
{
    /// <summary>Names that only a payload which became code could declare or call.</summary>
    private static readonly string[] s_evil = ["Evil", "I", "N2", "ModuleInitializer", "WriteAllText", "Process", "Start"];

    /// <summary>The shapes of files; one that an edit leaves alone is the same text, and is not looked at again.</summary>
    private static readonly ConditionalWeakTable<SourceText, CodeShape> s_files = [];

    /// <summary>What may be there. Without a server the client asks for an address, and without a discriminator a union looks at shapes: that may be there where either is refused.</summary>
    private static readonly CodeShape[] s_allowed = [Shape(BenignSpec.Run), Without("https://{host}"), Without("propertyName: kind, ")];

    private readonly string _yaml;
    private readonly Func<string, SpecFile> _specOf;
    private readonly IReadOnlyList<Place> _places;

    private Victim(string yaml, Func<string, SpecFile> specOf)
    {
        _yaml = yaml;
        _specOf = specOf;
        _places = Place.All(yaml);
    }

    public static Victim Document { get; } = new(BenignSpec.Spec.Text, text => BenignSpec.Spec with { Text = text });

    public static Victim Catalog { get; } = new(BenignSpec.Spec.Errors!, text => BenignSpec.Spec with { Errors = text });

    /// <summary>Fails where the payload, at whichever place, becomes more than an inert word does there.</summary>
    public void AssertUnharmed(string payload)
    {
        Assert.NotEmpty(_places);
        Assert.Empty(string.Join('\n', _places.AsParallel().SelectMany(place => Harm(place, payload).Select(harm => $"{place}: {harm}"))));
    }

    private IEnumerable<string> Harm(Place place, string payload)
    {
        GeneratorRun run = Run(place, payload);
        CodeShape shape = Shape(run);
        foreach (string error in shape.Errors)
        {
            yield return $"does not parse: {error}";
        }

        foreach (string name in shape.Names.Intersect(s_evil))
        {
            yield return $"the name {name}";
        }

        foreach (Diagnostic diagnostic in run.Diagnostics.Where(diagnostic => diagnostic.Id == "DRG9001" || diagnostic.Location.Kind != LocationKind.ExternalFile))
        {
            yield return diagnostic.ToString();
        }

        if (shape.Parts.Any(part => IsMore(part, s_allowed)))
        {
            CodeShape twin = Shape(Run(place, "Inert"));
            foreach ((string part, int count) in shape.Parts.Where(part => IsMore(part, [.. s_allowed, twin])))
            {
                yield return $"{count} times {part}, more than without it";
            }
        }
    }

    private static bool IsMore(KeyValuePair<string, int> part, IEnumerable<CodeShape> others) => others.All(other => other.Parts.GetValueOrDefault(part.Key) < part.Value);

    private static CodeShape Without(string text) => Shape(BenignSpec.Run.With(BenignSpec.Spec with { Text = BenignSpec.Spec.Text.Replace(text, "", StringComparison.Ordinal) }));

    private static CodeShape Shape(GeneratorRun run) => CodeShape.Of(
        [.. run.Result.Results.SelectMany(result => result.GeneratedSources).Select(source => s_files.GetValue(source.SourceText, _ => CodeShape.Of(source.SyntaxTree)))]);

    private GeneratorRun Run(Place place, string payload) => BenignSpec.Run.With(_specOf(place.Replace(_yaml, payload)));
}
