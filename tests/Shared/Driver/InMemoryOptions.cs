using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dragoman.Generator.Testing;

/// <summary>The properties and the items' metadata that MSBuild writes for the compiler.</summary>
internal sealed class InMemoryOptions(IReadOnlyDictionary<string, string> properties, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> metadataByPath) : AnalyzerConfigOptionsProvider
{
    private static readonly Options s_none = new(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties.ToDictionary(property => $"build_property.{property.Key}", property => property.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => metadataByPath.TryGetValue(textFile.Path, out IReadOnlyDictionary<string, string>? metadata)
        ? new Options(metadata.ToDictionary(value => $"build_metadata.AdditionalFiles.{value.Key}", value => value.Value))
        : s_none;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public override bool TryGetValue(string key, out string value) => _values.TryGetValue(key, out value!);
    }
}
