using System.Globalization;
using System.Text.RegularExpressions;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Refused;

/// <summary>
/// A file of this folder that the generator refuses. Its first line says how: <c># DRG2003 12:15 $ref with a typo</c>, line and
/// column starting at 1. NAME.errors.yaml is a catalog: of the document NAME.yaml, or else of a small one with the operation getPet.
/// </summary>
internal sealed partial record RefusedSpec(string File, string Id, int Line, int Column)
{
    private const string CatalogSuffix = ".errors.yaml";

    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
        """;

    private static readonly string s_folder = Repository.PathOf("tests/Generator.Tests/Refused");

    /// <summary>The names of the files that are refused, without the documents that only go with a catalog.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.GetFiles(s_folder, "*.yaml")
            .Where(file => file.EndsWith(CatalogSuffix, StringComparison.Ordinal) || !System.IO.File.Exists(Path.ChangeExtension(file, CatalogSuffix)))
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the run must say, and all that it may say.</summary>
    public string Problem => string.Create(CultureInfo.InvariantCulture, $"{File} {Line}:{Column} {Id}");

    public static RefusedSpec Read(string file)
    {
        Match header = Header().Match(Text(file));
        return header.Success
            ? new RefusedSpec(file, header.Groups["id"].Value, Number("line"), Number("column"))
            : throw new InvalidDataException($"The first line of {file} does not say how it is refused, as in '# DRG2003 12:15 $ref with a typo'.");

        int Number(string group) => int.Parse(header.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    public GeneratorRun Run()
    {
        if (!File.EndsWith(CatalogSuffix, StringComparison.Ordinal))
        {
            return GeneratorRun.Of(new SpecFile(File, Text(File)));
        }

        string document = File[..^CatalogSuffix.Length] + ".yaml";
        bool hasDocument = System.IO.File.Exists(Path.Combine(s_folder, document));
        return GeneratorRun.Of(new SpecFile(document, hasDocument ? Text(document) : Document) { Errors = Text(File) });
    }

    private static string Text(string file) => System.IO.File.ReadAllText(Path.Combine(s_folder, file));

    [GeneratedRegex(@"\A# (?<id>DRG\d{4}) (?<line>\d+):(?<column>\d+) \S")]
    private static partial Regex Header();
}
