using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>Edits that change no client: they must not write any file again, and most must not even parse.</summary>
public sealed class UnchangedTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(Zoo.Spec);

    [Fact]
    public void A_new_cs_file_parses_nothing() => new Edit(s_run, s_run.WithSource("class C;")).AssertNothingDone();

    [Fact]
    public void An_edit_of_a_cs_file_after_another_parses_nothing()
    {
        GeneratorRun first = s_run.WithSource("class C;");

        new Edit(first, first.WithSource("namespace Consumer.Zoo; class Pet2 { Pet? Pet; }")).AssertNothingDone();
    }

    [Fact]
    public void A_new_reference_parses_nothing() =>
        new Edit(s_run, s_run.WithReference(MetadataReference.CreateFromFile(typeof(UnchangedTests).Assembly.Location))).AssertNothingDone();

    [Fact]
    public void Another_additional_file_parses_nothing() => new Edit(s_run, s_run.WithAdditionalFile("notes.txt", "openapi: 3.1.0")).AssertNothingDone();

    [Fact]
    public void Another_property_parses_nothing() => new Edit(s_run, s_run.WithProperty("LangVersion", "latest", Zoo.Spec)).AssertNothingDone();

    [Fact]
    public void A_file_read_again_with_the_same_text_parses_nothing()
    {
        Edit edit = new(s_run, s_run.WithFilesReadAgain());

        Assert.Equal([IncrementalStepRunReason.Unchanged], edit.Reasons("Inputs"));
        Assert.Equal([IncrementalStepRunReason.Cached], edit.Reasons("Clients"));
        edit.AssertNothingDone();
    }

    /// <summary>Texts of the document and others that say the same.</summary>
    public static TheoryData<string, string> Layouts { get; } = new()
    {
        { "openapi: 3.1.0\n", "# One line more moves every position.\nopenapi: 3.1.0\n" },
        { "openapi: 3.1.0\n", "openapi: 3.1.0   # at the end of a line\n\n\n" },
        { "summary: Reads a pet.", "summary: 'Reads a pet.'" },
        { "summary: Reads a pet.", "summary: \"Reads a\\u0020pet.\"" },
        { "summary: Reads a pet.", "summary: >-\n        Reads\n        a pet." },
        { "{ type: string, description: Of an animal., enum: [cat, dog] }", "\n      type: string\n      enum:\n      - cat\n      - dog\n      description: Of an animal." },
        { "tags: [Pets]", "tags:\n      - Pets" },
        { "{ title: Zoo, version: \"1\", description: Animals. }", "{ title: Zoo, version: \"2\", description: Animals. }" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Another_layout_of_the_document_writes_nothing(string old, string replacement)
    {
        GeneratorRun after = s_run.With(Zoo.Spec.Replace(old, replacement));
        Edit edit = new(s_run, after);

        Assert.Empty(after.Problems);
        Assert.Equal(1, edit.Parses);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, edit.Reasons("Models"));
        edit.AssertNothingWritten();
    }

    [Fact]
    public void A_comment_in_the_catalog_writes_nothing()
    {
        Edit edit = new(s_run, s_run.With(Zoo.Spec.ReplaceError("catalog: 1", "# Checked in May.\ncatalog: 1")));

        Assert.Equal(1, edit.Parses);
        edit.AssertNothingWritten();
    }

    [Fact]
    public void A_diagnostic_moves_with_its_line_and_writes_nothing()
    {
        SpecFile spec = Zoo.Spec.Replace("{ name: { type: string } } }\n    Kind", "{ name: { type: string, if: { minLength: 1 } } } }\n    Kind");
        GeneratorRun before = GeneratorRun.Of(spec);
        GeneratorRun after = before.With(spec with { Text = "# One line more.\n" + spec.Text });

        Assert.Equal(["zoo.yaml 22:91 DRG2107"], before.Problems);
        Assert.Equal(["zoo.yaml 23:91 DRG2107"], after.Problems);
        new Edit(before, after).AssertNothingWritten();
    }
}
