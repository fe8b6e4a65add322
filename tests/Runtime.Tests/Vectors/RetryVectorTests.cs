namespace Dragoman.Runtime.Tests;

/// <summary>What the best clients promise of retries, as files of cases, through the whole pipeline from the first try on.</summary>
public class RetryVectorTests
{
    public static TheoryData<string, string> Cases { get; } = new(Directory.EnumerateFiles(RetryVectorFile.Folder, "*.json")
        .Select(static path => Path.GetFileName(path))
        .SelectMany(static file => RetryVectorFile.Read(file).Vectors.Select(vector => (file, vector.Name))));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_case_holds(string file, string name)
    {
        RetryVector vector = RetryVectorFile.Read(file).Vectors.Single(vector => vector.Name == name);
        RetryQuota quota = new(tokens: vector.Tokens);
        foreach (IReadOnlyList<RetryStep> steps in vector.Calls)
        {
            await new VectorRun(vector, quota, steps).CheckAsync();
        }
    }

    [Fact]
    public void All_files_are_there() =>
        Assert.Equal(
            ["aws-standard-2.1.json", "azure-core.json", "directives.json", "grpc-a6.json", "retry-after-forms.json", "stainless.json"],
            Directory.EnumerateFiles(RetryVectorFile.Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
