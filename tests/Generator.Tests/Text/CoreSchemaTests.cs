using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Text;

public sealed class CoreSchemaTests
{
    /// <summary>YAML 1.2.2, section 10.3.2: the table of regular expressions, and example 10.3.</summary>
    [Theory]
    [InlineData("null", nameof(ScalarKind.Null))]
    [InlineData("Null", nameof(ScalarKind.Null))]
    [InlineData("NULL", nameof(ScalarKind.Null))]
    [InlineData("~", nameof(ScalarKind.Null))]
    [InlineData("", nameof(ScalarKind.Null))]
    [InlineData("true", nameof(ScalarKind.Boolean))]
    [InlineData("True", nameof(ScalarKind.Boolean))]
    [InlineData("false", nameof(ScalarKind.Boolean))]
    [InlineData("FALSE", nameof(ScalarKind.Boolean))]
    [InlineData("0", nameof(ScalarKind.Integer))]
    [InlineData("0o7", nameof(ScalarKind.Integer))]
    [InlineData("0x3A", nameof(ScalarKind.Integer))]
    [InlineData("-19", nameof(ScalarKind.Integer))]
    [InlineData("0.", nameof(ScalarKind.Float))]
    [InlineData("-0.0", nameof(ScalarKind.Float))]
    [InlineData(".5", nameof(ScalarKind.Float))]
    [InlineData("+12e03", nameof(ScalarKind.Float))]
    [InlineData("-2E+05", nameof(ScalarKind.Float))]
    [InlineData(".inf", nameof(ScalarKind.Float))]
    [InlineData("-.Inf", nameof(ScalarKind.Float))]
    [InlineData("+.INF", nameof(ScalarKind.Float))]
    [InlineData(".NAN", nameof(ScalarKind.Float))]
    public void A_scalar_of_the_core_schema_is_resolved(string text, string kind) => Assert.Equal(kind, CoreSchema.Resolve(text).ToString());

    [Theory]
    [InlineData("nULL")]
    [InlineData("tRUE")]
    [InlineData("y")]
    [InlineData("No")]
    [InlineData("off")]
    [InlineData("0o8")]
    [InlineData("0x")]
    [InlineData("0b1")]
    [InlineData("1_000")]
    [InlineData("190:20:30")]
    [InlineData("+.nan")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("1.2.3")]
    [InlineData("- 1")]
    public void Everything_else_is_text(string text) => Assert.Equal(ScalarKind.String, CoreSchema.Resolve(text));
}
