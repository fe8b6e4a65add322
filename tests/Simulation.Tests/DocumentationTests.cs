namespace Dragoman.Simulation.Tests;

/// <summary>What the documentation shows is what the simulation finds. With <c>DRAGOMAN_ACCEPT_SNAPSHOTS=1</c> the files are written instead.</summary>
public sealed class DocumentationTests
{
    private const string Before = "<!-- The simulation writes from here -->\n";
    private const string After = "<!-- to here. -->\n";

    private static readonly bool s_accepts = Environment.GetEnvironmentVariable("DRAGOMAN_ACCEPT_SNAPSHOTS") == "1";

    [Fact]
    public void The_table_is_that_of_the_simulation()
    {
        string path = Repository.PathOf("docs/retry.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        int end = page.IndexOf(After, StringComparison.Ordinal);
        Assert.True(begin >= Before.Length && end >= begin, "The page has no place for the table.");

        string table = $"\n{Comparison.Table()}\n";
        if (s_accepts)
        {
            File.WriteAllText(path, page[..begin] + table + page[end..]);
        }
        else
        {
            Assert.Equal(table, page[begin..end]);
        }
    }

    [Fact]
    public void The_picture_is_that_of_the_simulation()
    {
        string path = Repository.PathOf("docs/retry.svg");
        if (s_accepts)
        {
            File.WriteAllText(path, Plot.Svg());
        }
        else
        {
            Assert.Equal(File.ReadAllText(path), Plot.Svg());
        }
    }
}
