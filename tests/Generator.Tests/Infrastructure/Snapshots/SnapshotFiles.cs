namespace Dragoman.Generator.Tests.Infrastructure.Snapshots;

/// <summary>The snapshots of one test: <c>Class.Test#HintName.verified.cs</c>, and <c>.received.cs</c> where the output is another.</summary>
internal sealed class SnapshotFiles(string folder, string test)
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";

    /// <summary>What is wrong, a paragraph each. What was received before is removed; where the output is accepted, it is verified from now on.</summary>
    public IReadOnlyList<string> Compare(IEnumerable<(string HintName, string Text)> sources, bool isAccepted)
    {
        Dictionary<string, string> outputs = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string hintName, string text) in sources)
        {
            // The folder and the last extension of a hint name are not part of the file's name.
            outputs.Add($"{test}#{Path.GetFileNameWithoutExtension(hintName)}", $"//HintName: {hintName}\n{WithLineFeeds(text)}");
        }

        foreach (string name in Names(Received))
        {
            File.Delete(FileOf(name, Received));
        }

        IReadOnlyList<string> stale = [.. Names(Verified).Where(name => !outputs.ContainsKey(name))];
        if (isAccepted)
        {
            Accept(outputs, stale);
        }

        return isAccepted ? [] : [.. outputs.Select(output => Compare(output.Key, output.Value)).OfType<string>(), .. stale.Select(name => $"Not generated any more: {name}{Verified}")];
    }

    private void Accept(Dictionary<string, string> outputs, IEnumerable<string> stale)
    {
        foreach ((string name, string output) in outputs)
        {
            File.WriteAllText(FileOf(name, Verified), output);
        }

        foreach (string name in stale)
        {
            File.Delete(FileOf(name, Verified));
        }
    }

    private string? Compare(string name, string output)
    {
        string verifiedFile = FileOf(name, Verified);
        string? verified = File.Exists(verifiedFile) ? WithLineFeeds(File.ReadAllText(verifiedFile)) : null;
        if (verified == output)
        {
            return null;
        }

        File.WriteAllText(FileOf(name, Received), output);
        return verified is null ? $"New: {name}{Received}\n{output}" : $"Different: {name}{Received}\n{SnapshotDiff.Of(verified, output)}";
    }

    private IReadOnlyList<string> Names(string suffix) =>
        [.. Directory.GetFiles(folder, $"{test}#*{suffix}").Select(file => Path.GetFileName(file)[..^suffix.Length]).Order(StringComparer.Ordinal)];

    private string FileOf(string name, string suffix) => Path.Combine(folder, name + suffix);

    /// <summary>A checkout may have its own line ends.</summary>
    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
