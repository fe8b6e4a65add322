using System.Globalization;

namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>A failure as the vendors' reference texts list it: the measure of the catalogs and of the tests' own table.</summary>
/// <param name="System">The text: a folder of <c>spec</c>, or one of bitHuman's two pages.</param>
/// <param name="Code">The code; null for a failure that has none.</param>
/// <param name="Status">Its HTTP status; null where the text names none.</param>
/// <param name="Name">What the tests call it: the code, or of a failure without one the first words of the basis, or else the status.</param>
/// <param name="Retry">The retry class that the text's advice amounts to, such as <c>RETRY_ONCE</c>.</param>
internal sealed record SeedCode(string System, string? Code, int? Status, string Name, string Retry)
{
    public const string ErrorReference = "bithuman-errors";
    public const string AgentsPage = "bithuman-agents";

    /// <summary>The one failure that no service tells: the container does not answer.</summary>
    public const string NoAnswer = "GET /health, connection refused";

    private const string Columns = "system\tcode\tstatus\tretry\tbasis";
    private const string None = "-";

    public static IReadOnlyList<SeedCode> ReadAll()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "SeedCodes", "seed-codes.tsv"));
        Assert.Equal(Columns, lines[0]);
        return [.. lines.Skip(1).Select(Parse)];
    }

    public static IReadOnlyList<SeedCode> Of(string system) => [.. ReadAll().Where(code => code.System == system)];

    /// <summary>The failures that a folder of <c>spec</c> must have in its catalog.</summary>
    public static IReadOnlyList<SeedCode> OfSpec(string folder) => Of(folder == CatalogYaml.BitHuman ? ErrorReference : folder);

    private static SeedCode Parse(string line)
    {
        string[] cells = line.Split('\t');
        Assert.Equal(5, cells.Length);
        int? status = cells[2] == None ? null : int.Parse(cells[2], CultureInfo.InvariantCulture);
        string name = cells[1] == None ? cells[4].Split(": ") is [var failure, _] ? failure : cells[2] : cells[1];
        return new SeedCode(cells[0], cells[1] == None ? null : cells[1], status, name, cells[3]);
    }
}
