namespace Dragoman.Wire.Tests;

/// <summary>Generated clients send what a server that checks every request expects, and return what it answers.</summary>
public sealed class WireTests(WireSuite suite, ITestOutputHelper output) : IClassFixture<WireSuite>
{
    private const double Goal = 0.95;

    /// <summary>The specs of the calls, so that a test names what failed.</summary>
    public static TheoryData<string> Folders { get; } =
    [
        "authentication/api-key",
        "authentication/noauth/union",
        "authentication/union",
        "encode/bytes",
        "encode/datetime",
        "encode/duration",
        "parameters/body-optionality",
        "parameters/path",
        "parameters/query",
        "parameters/spread",
        "payload/media-type",
        "payload/multipart",
        "payload/pageable",
        "response/body-or-no-content",
        "routes",
        "server/endpoint/not-defined",
        "server/path/single",
        "server/versions/not-versioned",
        "special-headers/repeatability",
        "streaming/jsonl",
        "type/array",
        "type/enum/fixed",
        "type/model/empty",
        "type/model/inheritance/enum-discriminator",
        "type/model/inheritance/nested-discriminator",
        "type/model/inheritance/not-discriminated",
        "type/model/inheritance/single-discriminator",
        "type/model/visibility",
        "type/property/optionality",
        "type/property/value-types",
        "versioning/added",
        "versioning/madeOptional",
        "versioning/renamedFrom",
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Every_call_is_made_as_described(string folder)
    {
        Assert.SkipWhen(WireFiles.Missing is not null, WireFiles.Missing ?? "");
        IReadOnlyList<WireResult> results = await suite.RunAsync(folder);

        Assert.NotEmpty(results);
        Assert.Empty(results
            .Where(result => result.Problem is not null && !KnownFailures.Reasons.ContainsKey(result.Call.Name))
            .Select(result => $"{result.Call.Name}: {result.Problem}"));
    }

    [Fact]
    public async Task The_server_covers_nearly_all_calls_and_the_others_are_known()
    {
        Assert.SkipWhen(WireFiles.Missing is not null, WireFiles.Missing ?? "");
        IReadOnlyList<WireResult> results = await suite.RunAllAsync();
        List<WireResult> failed = [.. results.Where(result => !result.Passed)];
        double score = 1 - ((double)failed.Count / results.Count);

        output.WriteLine($"{results.Count - failed.Count} of {results.Count} calls pass ({score:P1}).");
        foreach (WireResult result in failed)
        {
            output.WriteLine($"{result.Call.Name}: {result.Problem ?? $"the server says '{result.Coverage}'"}");
        }

        Assert.Equal(Folders.Select(row => row.Data).Order(StringComparer.Ordinal), suite.Folders.Order(StringComparer.Ordinal));
        Assert.Equal(KnownFailures.Reasons.Keys.Order(StringComparer.Ordinal), failed.Select(result => result.Call.Name).Order(StringComparer.Ordinal));
        Assert.InRange(score, Goal, 1);
    }
}
