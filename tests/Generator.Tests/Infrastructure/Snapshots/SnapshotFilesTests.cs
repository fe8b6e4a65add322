namespace Dragoman.Generator.Tests.Infrastructure.Snapshots;

public sealed class SnapshotFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dragoman-snapshots-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void New_output_is_received_and_fails()
    {
        Assert.StartsWith("New: PetTests.Emits#Pet.g.received.cs\n", Assert.Single(Compare(("Pet.g.cs", "class Pet;\n"))), StringComparison.Ordinal);
        Assert.Equal("//HintName: Pet.g.cs\nclass Pet;\n", Text("PetTests.Emits#Pet.g.received.cs"));
    }

    [Fact]
    public void Verified_output_passes_and_what_was_received_before_is_removed()
    {
        Write("PetTests.Emits#Pet.g.verified.cs", "//HintName: Pet.g.cs\r\nclass Pet;\r\n");
        Write("PetTests.Emits#Pet.g.received.cs", "old");

        Assert.Empty(Compare(("Pet.g.cs", "class Pet;\n")));
        Assert.Equal(["PetTests.Emits#Pet.g.verified.cs"], Names());
    }

    [Fact]
    public void Different_output_fails_with_the_lines_that_differ()
    {
        Write("PetTests.Emits#Pet.g.verified.cs", "//HintName: Pet.g.cs\n1\n2\n3\n4\nold\n");

        string problem = Assert.Single(Compare(("Pet.g.cs", "1\n2\n3\n4\nnew\n")));

        Assert.Equal("Different: PetTests.Emits#Pet.g.received.cs\n...\n 2\n 3\n 4\n-old\n+new\n ", problem);
        Assert.Equal("//HintName: Pet.g.cs\n1\n2\n3\n4\nnew\n", Text("PetTests.Emits#Pet.g.received.cs"));
    }

    [Theory]
    [InlineData("class Pet; \n")]
    [InlineData("class Pet;")]
    [InlineData("class Pet;\n\n")]
    public void A_blank_is_a_difference(string output)
    {
        Write("PetTests.Emits#Pet.g.verified.cs", "//HintName: Pet.g.cs\nclass Pet;\n");

        Assert.Single(Compare(("Pet.g.cs", output)));
    }

    [Fact]
    public void A_snapshot_without_output_fails()
    {
        Write("PetTests.Emits#Pet.g.verified.cs", "//HintName: Pet.g.cs\nclass Pet;\n");
        Write("PetTests.EmitsMore#Cat.g.verified.cs", "another test's");

        Assert.Equal(["Not generated any more: PetTests.Emits#Pet.g.verified.cs"], Compare());
    }

    [Fact]
    public void Accepted_output_replaces_what_was_verified()
    {
        Write("PetTests.Emits#Pet.g.verified.cs", "old");
        Write("PetTests.Emits#Gone.g.verified.cs", "old");
        Write("PetTests.Emits#Pet.g.received.cs", "old");

        Assert.Empty(Files().Compare([("Pet.g.cs", "class Pet;\n"), ("sub/Cat.g.cs", "class Cat;\n")], isAccepted: true));
        Assert.Equal(["PetTests.Emits#Cat.g.verified.cs", "PetTests.Emits#Pet.g.verified.cs"], Names());
        Assert.Equal("//HintName: sub/Cat.g.cs\nclass Cat;\n", Text("PetTests.Emits#Cat.g.verified.cs"));
        Assert.Empty(Compare(("Pet.g.cs", "class Pet;\n"), ("sub/Cat.g.cs", "class Cat;\n")));
    }

    [Fact]
    public void Two_outputs_do_not_share_a_snapshot() =>
        Assert.Throws<ArgumentException>(() => Compare(("a/Pet.g.cs", ""), ("b/pet.g.cs", "")));

    private SnapshotFiles Files() => new(_folder.FullName, "PetTests.Emits");

    private IReadOnlyList<string> Compare(params (string HintName, string Text)[] sources) => Files().Compare(sources, isAccepted: false);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    private IEnumerable<string> Names() => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);
}
