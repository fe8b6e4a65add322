using System.Text.RegularExpressions;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Architecture;

/// <summary>What the five systems need is a feature for any system: nothing in the generator or the runtime knows them.</summary>
public partial class VendorWordTests
{
    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void Neither_generator_nor_runtime_speaks_of_a_vendor(string folder)
    {
        string root = Repository.PathOf(folder);
        string[] files = [.. Directory.GetFiles(root, "*.*", SearchOption.AllDirectories).Where(IsOurs)];

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Where(line => Words().IsMatch(line)).Select(line => $"{Path.GetRelativePath(root, file)}: {line.Trim()}")));

        bool IsOurs(string file) => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".targets" or ".md" && !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
    }

    [GeneratedRegex("bithuman|foil ?engine|webmcp|goldnat|inter-?human|livekit|\\bih[0-9]{4}\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
