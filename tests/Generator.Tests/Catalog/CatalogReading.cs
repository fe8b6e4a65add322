using Dragoman.Generator.Catalog;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Catalog;

/// <summary>A text as the generator reads it where it is a catalog.</summary>
internal sealed class CatalogReading
{
    private readonly Reading _reading;

    private CatalogReading(string text)
    {
        _reading = Reading.Of(text, "errors.yaml");
        Catalog = _reading.Root is { } root ? ErrorCatalog.Read(root, _reading.Diagnostics) : null;
    }

    public ErrorCatalog? Catalog { get; }

    /// <inheritdoc cref="Reading.Problems"/>
    public IReadOnlyList<string> Problems => _reading.Problems;

    public IReadOnlyList<string> Messages => _reading.Messages;

    public static CatalogReading Of(string text) => new(text);

    /// <summary>The catalog in a text whose first line, the version, is added.</summary>
    public static CatalogReading OfBody(string body) => new($"catalog: 1\n{body}");

    /// <summary>A catalog without a problem.</summary>
    public static ErrorCatalog Good(string body)
    {
        CatalogReading reading = OfBody(body);
        Assert.Empty(reading.Messages);
        return Assert.IsType<ErrorCatalog>(reading.Catalog);
    }
}
