using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how one parameter is put into the request: texts directly, everything else by the writer of its type and the name of its style.</summary>
internal sealed class ParameterCode(Names names)
{
    private readonly JsonCode _json = new(names);
    private readonly ScalarCode _scalars = new(names);

    public CodeText Statement(ParameterModel parameter)
    {
        CodeText wireName = CodeText.Literal(parameter.WireName);
        CodeText name = CodeText.Identifier(parameter.Name);
        CodeText target = CodeText.Identifier(parameter.Target.ToString());
        return parameter switch
        {
            { Target: ParameterTarget.WholeQuery } => CodeText.Of($"call.WholeQuery({name}, {Writer(parameter)}{WholeStyle(parameter)});"),
            { Target: ParameterTarget.Query, Type.Kind: TypeKind.List, Style: not ParameterStyle.Json } => CodeText.Of($"call.QueryList({wireName}, {name}{ItemWriter(parameter.Type)}{Style(parameter)});"),
            _ when IsText(parameter) => CodeText.Of($"call.{target}({wireName}, {_scalars.Text(parameter.Type, name, !parameter.IsRequired)}{TextStyle(parameter)});"),
            _ => CodeText.Of($"call.{target}({wireName}, {name}, {Writer(parameter)}{Style(parameter)});"),
        };
    }

    /// <summary>True where the call refuses null itself, by the name of the argument.</summary>
    public static bool IsCheckedByCall(ParameterModel parameter) => parameter.Target == ParameterTarget.Path && (parameter.Type.Kind == TypeKind.String || !IsText(parameter));

    /// <summary>The arguments that say how the fields of a form are written.</summary>
    public CodeText Fields(UrlEncodingModel encoding)
    {
        CodeText style = encoding.Style is { } said ? Argument(said) : encoding.Fields.Count > 0 ? CodeText.Of($", null") : CodeText.Empty;
        return encoding.Fields.Count == 0 ? style : CodeText.Of($"{style}, {CodeText.List(encoding.Fields.Select(field => Field(field, encoding.Fields.Count == 1)).ToList())}");
    }

    private static bool IsText(ParameterModel parameter) => parameter is { Type.IsScalar: true, Style: not (ParameterStyle.Json or ParameterStyle.Cookie) };

    /// <summary>A delegate that writes the value. Of those that may be absent, only value types have null in their type.</summary>
    private CodeText Writer(ParameterModel parameter) => parameter switch
    {
        { IsRequired: false, Type.Kind: TypeKind.Json } => CodeText.Of($"static (writer, item) => {names.Extended("JsonWrite", CodeText.Of($"writer"))}.StructOrNull(item, {names["JsonWrite"]}.Element)"),
        _ => _json.Writer(parameter.Type, isNullable: !parameter.IsRequired && parameter.Type.IsValueType, asRequest: true),
    };

    /// <summary>The argument that writes a list's items; empty where they are texts.</summary>
    private CodeText ItemWriter(TypeRef list) =>
        list is { Element.Kind: TypeKind.String, IsElementNullable: false } ? CodeText.Empty : CodeText.Of($", {_json.Writer(list.Element!, list.IsElementNullable, asRequest: true)}");

    /// <summary>What a text has of its style: it has no parts.</summary>
    private CodeText TextStyle(ParameterModel parameter) =>
        CodeText.Of($"{(parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? Argument(parameter.Style) : CodeText.Empty)}{Reserved(parameter)}");

    /// <summary>The arguments for what is not the runtime's default for the place.</summary>
    private CodeText Style(ParameterModel parameter)
    {
        CodeText style = parameter.Style is ParameterStyle.Form or ParameterStyle.Simple ? CodeText.Empty : Argument(parameter.Style);
        bool isUsual = parameter.Explode == (parameter.Target is ParameterTarget.Query or ParameterTarget.Cookie);
        CodeText explode = isUsual ? CodeText.Empty : parameter.Explode ? CodeText.Of($", explode: true") : CodeText.Of($", explode: false");
        return CodeText.Of($"{style}{explode}{Reserved(parameter)}");
    }

    private CodeText WholeStyle(ParameterModel parameter) => parameter switch
    {
        { UrlEncoding: { } encoding } => Fields(encoding),
        { Style: ParameterStyle.Json } => Argument(ParameterStyle.Json),
        _ => CodeText.Empty,
    };

    /// <param name="isOnly">A single <c>new()</c> could be the array that any number of fields are given as.</param>
    private CodeText Field(FieldModel field, bool isOnly)
    {
        CodeText type = isOnly ? CodeText.Of($" {names["FieldEncoding"]}") : CodeText.Empty;
        CodeText explode = field.Explode ? CodeText.Empty : CodeText.Of($", Explode: false");
        CodeText reserved = field.AllowReserved ? CodeText.Of($", AllowReserved: true") : CodeText.Empty;
        return CodeText.Of($"new{type}({CodeText.Literal(field.Name)}{Argument(field.Style)}{explode}{reserved})");
    }

    private CodeText Argument(ParameterStyle style) => CodeText.Of($", {names["ParameterStyle"]}.{CodeText.Identifier(style.ToString())}");

    private static CodeText Reserved(ParameterModel parameter) =>
        parameter is { AllowReserved: true, Target: ParameterTarget.Path or ParameterTarget.Query } ? CodeText.Of($", allowReserved: true") : CodeText.Empty;
}
