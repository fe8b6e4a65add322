using Dragoman.Generator.Lowering;
using Dragoman.Generator.Tests.Document;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Keywords of JSON Schema 2020-12 validation, section 6 and 9.2, as sentences; values as they are written.</summary>
public sealed class ValueNotesTests
{
    [Theory]
    [InlineData("{ default: 1.10 }", "Default: 1.10.")]
    [InlineData("{ default: 2020-01-01T00:00:00+02:00 }", "Default: 2020-01-01T00:00:00+02:00.")]
    [InlineData("{ default: false }", "Default: false.")]
    [InlineData("{ default: '' }", "Default: an empty text.")]
    [InlineData("{ default: [] }", "Default: an empty list.")]
    [InlineData("{ default: [a, 2.50] }", "Default: a, 2.50.")]
    [InlineData("{ const: mp3 }", "Always mp3.")]
    [InlineData("{ type: string, enum: [mp3] }", "Always mp3.")]
    [InlineData("{ type: string, enum: [mp3, ~] }", "Always mp3, or null.")]
    [InlineData("{ default: A quiet room. }", "Default: A quiet room.")]
    [InlineData("{ minimum: 0, maximum: 1 }", "Range: 0 to 1.")]
    [InlineData("{ minimum: 0 }", "Range: at least 0.")]
    [InlineData("{ maximum: 1e3 }", "Range: at most 1e3.")]
    [InlineData("{ minLength: 1, maxLength: 20 }", "Length: 1 to 20 characters.")]
    [InlineData("{ maxLength: 20 }", "Length: at most 20 characters.")]
    [InlineData("{ minItems: 1 }", "Items: at least 1.")]
    [InlineData("{ pattern: '^a+$' }", "Pattern: ^a+$")]
    public void A_keyword_is_a_sentence(string schema, string note) => Assert.Equal([note], ValueNotes.Of(DocumentReading.Schema(schema)));

    [Theory]
    [InlineData("{}")]
    [InlineData("true")]
    [InlineData("{ default: ~ }")]
    [InlineData("{ default: { a: 1 } }")]
    [InlineData("{ default: [[1]] }")]
    [InlineData("{ description: D, title: T, example: E }")]
    public void What_says_nothing_of_values_is_no_sentence(string schema) => Assert.Empty(ValueNotes.Of(DocumentReading.Schema(schema)));

    [Theory]
    [InlineData("{ const: mp3, description: Always `mp3`. }")]
    [InlineData("{ default: 10, description: 'How many. Default: 10.' }")]
    public void What_the_description_says_is_not_said_again(string schema) => Assert.Empty(ValueNotes.Of(DocumentReading.Schema(schema)));

    [Fact]
    public void Sentences_have_one_order() => Assert.Equal(
        ["Default: a.", "Length: at most 3 characters.", "Pattern: ^a"],
        ValueNotes.Of(DocumentReading.Schema("{ pattern: '^a', maxLength: 3, default: a }")));
}
