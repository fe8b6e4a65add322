using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dragoman.Generator.Testing;

/// <summary>An additional file as the compiler hands it over.</summary>
internal sealed class InMemoryText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
