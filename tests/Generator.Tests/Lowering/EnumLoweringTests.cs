using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Enumerations (JSON Schema 2020-12 validation, 6.1.2) and the names of their values.</summary>
public sealed class EnumLoweringTests
{
    [Theory]
    [InlineData("{ type: string, enum: [ready, not_ready] }", "Ready=ready NotReady=not_ready")]
    [InlineData("{ type: string, enum: ['16:9', '9:16', '1:1'] }", "Value16_9=16:9 Value9_16=9:16 Value1_1=1:1")]
    [InlineData("{ type: string, enum: ['', a] }", "Empty= A=a")]
    [InlineData("{ type: string, enum: [a-b, a_b, aB] }", "AB=a-b AB2=a_b AB3=aB")]
    [InlineData("{ type: string, enum: [a, A] }", "A=a A2=A")]
    [InlineData("{ type: string, enum: [a, a, b] }", "A=a B=b")]
    [InlineData("{ type: string, enum: [1.10, yes, ~] }", "Value1_10=1.10 Yes=yes")]
    [InlineData("{ type: string, enum: ['+', '-', '*', '>=', '!='] }", "Plus=+ Minus=- Asterisk=* GreaterEqual=>= NotEqual=!=")]
    [InlineData("{ type: string, enum: ['+1', '-1', '1', laugh] }", "Plus1=+1 Minus1=-1 Value1=1 Laugh=laugh")]
    [InlineData("{ type: string, enum: [name, -name] }", "Name=name MinusName=-name")]
    [InlineData("{ type: string, enum: [value, equals, to_string, known] }", "Value2=value Equals2=equals ToString2=to_string Known2=known")]
    public void Texts_have_names(string schema, string expected)
    {
        EnumModel model = Lower(schema);

        Assert.Equal(TypeKind.String, model.ValueType.Kind);
        Assert.Equal(expected, Values(model));
    }

    [Theory]
    [InlineData("{ type: integer, enum: [1, 2, -3, 0] }", "Int64", "Value1=1 Value2=2 Minus3=-3 Value0=0")]
    [InlineData("{ type: integer, format: int32, enum: [2147483647, 0] }", "Int32", "Value2147483647=2147483647 Value0=0")]
    [InlineData("{ enum: [400, 404] }", "Int64", "Value400=400 Value404=404")]
    [InlineData("{ type: number, enum: [307, 1.25, -2.50, 1e-9] }", "Double", "Value307=307 Value1_25=1.25 Minus2_5=-2.5 Value1EMinus09=1E-09")]
    public void Numbers_have_names(string schema, string kind, string expected)
    {
        EnumModel model = Lower(schema);

        Assert.Equal((kind, expected), (model.ValueType.Kind.ToString(), Values(model)));
    }

    /// <summary>Extensions of openapi-generator, NSwag, AutoRest and Speakeasy; a text is a name only after it has been made one.</summary>
    [Theory]
    [InlineData("{ type: string, enum: [a, b], x-enum-varnames: [FIRST_ONE, second] }", "FirstOne=a Second=b")]
    [InlineData("{ type: integer, enum: [1, 2, 3], x-enumNames: [Low, High] }", "Low=1 High=2 Value3=3")]
    [InlineData("{ type: [integer, 'null'], enum: [~, 2, 3], x-enum-varnames: [NONE, TWO] }", "Two=2 Value3=3")]
    [InlineData("{ type: integer, enum: [1, 2], x-speakeasy-enums: { '1': one, '2': two } }", "One=1 Two=2")]
    [InlineData("{ type: string, enum: [a, b], x-ms-enum: { name: Sizes, values: [{ value: b, name: Big }] } }", "A=a Big=b")]
    [InlineData("{ type: string, enum: [a, b, c], x-enum-varnames: ['a; Evil()', '9', a evil] }", "AEvil=a Value9=b AEvil2=c")]
    [InlineData("{ type: string, enum: [a, b, c], x-enum-varnames: ['', {}, Value] }", "A=a B=b Value2=c")]
    [InlineData("{ type: string, enum: [a, b], x-enum-varnames: Evil }", "A=a B=b")]
    [InlineData("{ type: integer, oneOf: [{ const: 1, title: LOW }, { const: 2, title: High up }, { const: 3 }] }", "Low=1 HighUp=2 Value3=3")]
    [InlineData("{ oneOf: [{ const: a, title: ' ' }, { const: b, title: A title that is as long as a whole sentence }, { const: c, title: Third }] }", "A=a B=b Third=c")]
    public void The_document_may_name_values(string schema, string expected) => Assert.Equal(expected, Values(Lower(schema)));

    [Theory]
    [InlineData("{ enum: [a, b], x-enum-descriptions: [First., Second.] }")]
    [InlineData("{ enum: [a, b], x-enumDescriptions: { b: Second., a: First. } }")]
    [InlineData("{ enum: [a, b], x-ms-enum: { values: [{ value: a, description: First. }, { value: b, description: Second. }] } }")]
    [InlineData("{ enum: [a, b], x-enum-elements: [{ name: a, description: First. }, { name: b, description: Second. }] }")]
    [InlineData("{ oneOf: [{ const: a, description: First. }, { const: b, description: Second. }] }")]
    public void The_document_may_describe_values(string schema) => Assert.Equal(["First.", "Second."], Lower(schema).Values.Select(value => value.Description));

    [Theory]
    [InlineData("{ type: integer, enum: [1, x] }", "The enum value x is not an integer of its format; it is left out", "Value1=1")]
    [InlineData("{ type: integer, enum: [1, 1.5] }", "The enum value 1.5 is not an integer of its format; it is left out", "Value1=1")]
    [InlineData("{ type: integer, format: int32, enum: [1, 2147483648] }", "The enum value 2147483648 is not an integer of its format; it is left out", "Value1=1")]
    [InlineData("{ type: integer, enum: [1, '1;Evil()'] }", "The enum value 1;Evil() is not an integer of its format; it is left out", "Value1=1")]
    [InlineData("{ type: string, enum: [a, {}] }", "The enum value /components/schemas/Size/enum/1 is not a text; it is left out", "A=a")]
    public void A_value_of_another_type_is_left_out(string schema, string message, string expected)
    {
        LoweredClient client = Client(schema);

        Assert.Equal([message], client.Messages);
        Assert.Equal(expected, Values(client.Enum("Size")));
    }

    [Fact]
    public void An_enumeration_has_the_texts_of_its_schema()
    {
        EnumModel model = Lower("{ description: How large., deprecated: true, enum: [s, l] }");

        Assert.Equal(("Size", "/components/schemas/Size", "How large.", true), (model.Name, model.Pointer, model.Description, model.IsDeprecated));
    }

    [Theory]
    [InlineData("{ type: number, enum: [1.5] }", "Double")]
    [InlineData("{ type: string, enum: [a] }", "String")]
    [InlineData("{ type: integer, format: unixtime, enum: [1] }", "Int64")]
    [InlineData("{ type: array, items: { type: string }, enum: [[a]] }", "List<String>")]
    [InlineData("{ enum: [true, false] }", "Boolean")]
    [InlineData("{ const: a }", "String")]
    [InlineData("{ const: 3 }", "Int64")]
    [InlineData("{ type: string, const: a, format: uuid }", "String")]
    public void What_has_no_use_as_an_enumeration_is_its_type(string schema, string type)
    {
        LoweredClient client = Client(schema);

        Assert.Empty(client.Messages);
        Assert.Empty(client.Model.Enums);
        Assert.Equal([$"Size {type}"], client.Record("A").Members());
    }

    private static EnumModel Lower(string schema)
    {
        LoweredClient client = Client(schema);
        Assert.Empty(client.Messages);
        return client.Enum("Size");
    }

    private static LoweredClient Client(string schema) => LoweredClient.OfSchemas("A: { properties: { size: { $ref: '#/components/schemas/Size' } } }", $"Size: {schema}");

    private static string Values(EnumModel model) => string.Join(" ", model.Values.Select(value => $"{value.Name}={value.Text}"));
}
