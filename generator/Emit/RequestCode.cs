using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how a method checks its arguments and builds its request.</summary>
internal sealed class RequestCode(OperationModel operation, Names names)
{
    private readonly JsonCode _json = new(names);

    /// <summary>Refuses null where a value is required; ends in an empty line, if there is anything to check.</summary>
    public CodeText CheckArguments()
    {
        IEnumerable<string> checkedNames = operation.Parameters
            .Where(parameter => parameter is { IsRequired: true, Type.IsValueType: false })
            .Select(parameter => parameter.Name)
            .Concat(operation.Body is { IsRequired: true, IsNullable: false, Type.IsValueType: false } body ? [body.Name] : []);
        CodeText checks = CodeText.Lines(checkedNames.Select(name => CodeText.Of($"{names["ArgumentNullException"]}.ThrowIfNull({CodeText.Identifier(name)});")));
        return checks.IsEmpty ? checks : CodeText.Of($"{checks}\n");
    }

    /// <summary>Gives the call its parameters and its body.</summary>
    public CodeText Build() => CodeText.Lines([.. operation.Parameters.Select(SendParameter), SendBody()]);

    private CodeText SendParameter(ParameterModel parameter)
    {
        CodeText wireName = CodeText.Literal(parameter.WireName);
        CodeText name = CodeText.Identifier(parameter.Name);
        if (parameter.Type.Kind == TypeKind.List)
        {
            TypeRef element = parameter.Type.Element!;
            CodeText select = element.Kind == TypeKind.String && !parameter.Type.IsElementNullable ? CodeText.Empty : CodeText.Of($".Select(static item => {Text(element, CodeText.Of($"item"), false)}{(parameter.Type.IsElementNullable ? CodeText.Of($" ?? \"\"") : CodeText.Empty)})");
            CodeText nullable = parameter.IsRequired || select.IsEmpty ? CodeText.Empty : CodeText.Of($"?");
            CodeText style = parameter is { Explode: true } ? CodeText.Empty
                : parameter.Separator == ',' ? CodeText.Of($", explode: false")
                : CodeText.Of($", explode: false, separator: {CodeText.Literal(parameter.Separator)}");
            return CodeText.Of($"call.QueryList({wireName}, {name}{nullable}{select}{style});");
        }

        CodeText value = Text(parameter.Type, name, !parameter.IsRequired);
        return CodeText.Of($"call.{CodeText.Identifier(parameter.Target.ToString())}({wireName}, {value});");
    }

    /// <summary>The text of a scalar as it is sent.</summary>
    private CodeText Text(TypeRef type, CodeText value, bool isOptional) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum when type.Element!.Kind == TypeKind.String => isOptional ? CodeText.Of($"{value}?.Value") : CodeText.Of($"{value}.Value"),
        TypeKind.Enum => isOptional ? CodeText.Of($"{names["WireText"]}.Of({value}?.Value)") : CodeText.Of($"{names["WireText"]}.Of({value}.Value)"),
        _ => CodeText.Of($"{names["WireText"]}.Of({value})"),
    };

    private CodeText SendBody()
    {
        if (operation.Body is not { } body)
        {
            return CodeText.Empty;
        }

        CodeText name = CodeText.Identifier(body.Name);
        CodeText mediaType = body.MediaType == "application/json" ? CodeText.Empty : CodeText.Of($", {CodeText.Literal(body.MediaType)}");
        CodeText writer = _json.Writer(body.Type, body.IsNullable && body.IsRequired, asRequest: true);
        if (body.IsRequired)
        {
            return CodeText.Of($"call.JsonBody({name}, {writer}{mediaType});");
        }

        CodeText present = CodeText.Identifier($"given{char.ToUpperInvariant(body.Name[0])}{body.Name.Substring(1)}");
        return CodeText.Of($$"""
            if ({{name}} is { } {{present}})
            {
                call.JsonBody({{present}}, {{writer}}{{mediaType}});
            }
            """);
    }
}
