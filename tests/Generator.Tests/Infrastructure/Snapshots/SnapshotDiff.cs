using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Dragoman.Generator.Tests.Infrastructure.Snapshots;

/// <summary>The lines that differ, as a unified diff shows them.</summary>
internal static class SnapshotDiff
{
    /// <summary>Unchanged lines shown before and after a change.</summary>
    private const int Context = 3;

    public static string Of(string verified, string received)
    {
        IReadOnlyList<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        List<string> shown = [];
        int lastShown = -1;
        for (int index = 0; index < lines.Count; index++)
        {
            if (!IsNearChange(lines, index))
            {
                continue;
            }

            if (index > lastShown + 1)
            {
                shown.Add("...");
            }

            shown.Add($"{Sign(lines[index].Type)}{lines[index].Text}");
            lastShown = index;
        }

        return string.Join('\n', shown);
    }

    private static bool IsNearChange(IReadOnlyList<DiffPiece> lines, int index) =>
        Enumerable.Range(index - Context, (2 * Context) + 1).Any(near => near >= 0 && near < lines.Count && lines[near].Type is not ChangeType.Unchanged);

    private static char Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}
