using System.Globalization;

namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>A code as the vendor's reference texts list it: the measure of the catalog and of the tests' own table.</summary>
/// <param name="System">The text: <c>bithuman-errors</c>, the error reference, or <c>bithuman-agents</c>, the page of the agents API.</param>
/// <param name="Code">The code.</param>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Retry">The retry class that the text's advice amounts to, such as <c>RETRY_ONCE</c>.</param>
internal sealed record SeedCode(string System, string Code, int Status, string Retry)
{
    public const string ErrorReference = "bithuman-errors";
    public const string AgentsPage = "bithuman-agents";

    private const string Columns = "system\tcode\tstatus\tretry\tbasis";

    public static IReadOnlyList<SeedCode> ReadAll()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "SeedCodes", "seed-codes.tsv"));
        Assert.Equal(Columns, lines[0]);
        return [.. lines.Skip(1).Select(Parse)];
    }

    public static IReadOnlyList<SeedCode> Of(string system) => [.. ReadAll().Where(code => code.System == system)];

    private static SeedCode Parse(string line)
    {
        string[] cells = line.Split('\t');
        Assert.Equal(5, cells.Length);
        return new SeedCode(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]);
    }
}
