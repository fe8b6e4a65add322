using System.Globalization;
using System.Xml.Linq;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>The page of a diagnostic, with an example and the lines that the compiler prints for it.</summary>
internal sealed class DiagnosticPage
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        paths:
          /pet: { get: { operationId: getPet } }
        """;

    private readonly MarkdownPage _page;

    private DiagnosticPage(string id)
    {
        Id = id;
        _page = MarkdownPage.Read($"docs/diagnostics/{id}.md");
    }

    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("docs/diagnostics"), "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "README")
            .Order(StringComparer.Ordinal),
    ];

    public string Id { get; }

    public string Title => _page.Title;

    /// <summary>What follows the title: the severity, then what the diagnostic means.</summary>
    public string Text => _page.Text;

    /// <summary>The lines that the page says are printed.</summary>
    public IReadOnlyList<string> Printed => Assert.Single(_page.Blocks("text")).TrimEnd('\n').Split('\n');

    /// <summary>True where the example is a text that the generator can be run on.</summary>
    public bool HasExample => _page.Blocks("yaml").Count > 0 || Items.Any();

    /// <summary>The OpenApiClient items that the example shows.</summary>
    private IEnumerable<XElement> Items => _page.Blocks("xml").SelectMany(block => XElement.Parse($"<ItemGroup>{block}</ItemGroup>").Elements("OpenApiClient"));

    public static DiagnosticPage Read(string id) => new(id);

    /// <summary>What the compiler prints for the example.</summary>
    public IReadOnlyList<string> Print() => [.. GeneratorRun.Of([.. Specs()]).Diagnostics.Select(Line)];

    private IEnumerable<SpecFile> Specs()
    {
        IReadOnlyList<string> texts = _page.Blocks("yaml");
        return texts.Count == 0 ? Items.Select(Spec)
            : Printed[0].StartsWith("errors.yaml", StringComparison.Ordinal) ? [new SpecFile("openapi.yaml", Pets) { ErrorsPath = "errors.yaml", Errors = Assert.Single(texts) }]
            : [new SpecFile("openapi.yaml", Assert.Single(texts))];
    }

    private static SpecFile Spec(XElement item) => new(item.Attribute("Include")!.Value, Pets)
    {
        ErrorsPath = item.Attribute("Errors")?.Value,
        Namespace = item.Attribute("Namespace")?.Value ?? "",
        ClientName = item.Attribute("ClientName")?.Value ?? "",
        Metadata = [.. item.Attributes().Where(attribute => attribute.Name.LocalName is not ("Include" or "Errors" or "Namespace" or "ClientName")).Select(attribute => (attribute.Name.LocalName, attribute.Value))],
    };

    private static string Line(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();

        // The project of the tests makes errors of warnings; that of the page does not.
        string severity = diagnostic.DefaultSeverity.ToString().ToLowerInvariant();
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{ConsumerProject.RelativePath(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {severity} {diagnostic.Id}: {message}");
    }
}
