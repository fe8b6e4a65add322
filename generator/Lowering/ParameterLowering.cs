using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides how the parameters of one operation are passed and sent.</summary>
internal sealed class ParameterLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    /// <summary>The parameters in the order of the method; null where the operation cannot be called without one that is not supported, which is reported.</summary>
    public IReadOnlyList<ParameterModel>? Lower(Operation operation, string typePrefix, NameScope names)
    {
        if (PathProblem(operation) is { } disagreement)
        {
            diagnostics.ReportAtName(Descriptors.PathParameter, operation.Node, operation.DisplayName, disagreement);
            return null;
        }

        List<ParameterModel> parameters = [];
        foreach (Parameter parameter in operation.Parameters)
        {
            if (parameter.Place == ParameterPlace.Header && HeaderName.IsDescribedElsewhere(parameter.Name) && !(HeaderName.IsAccept(parameter.Name) && AcceptParameter.IsOffered(operation)))
            {
                continue;
            }

            if (parameter.Place == ParameterPlace.Header && HeaderName.IsOfHttp(parameter.Name))
            {
                diagnostics.Report(Descriptors.HeaderOfHttp, parameter.Node["name"]!, parameter.Name);
                continue;
            }

            if (parameter.Place == ParameterPlace.Header && HeaderName.Problem(parameter.Name) is { } badName)
            {
                diagnostics.Report(Descriptors.BadHeaderName, parameter.Node["name"]!, parameter.Name, badName);
                continue;
            }

            string? limitation = parameter.Place == ParameterPlace.Cookie && !HttpToken.Is(parameter.Name) ? HeaderName.CookieForm : null;
            if (limitation is null && FindType(operation, parameter, typePrefix + Identifier.Pascal(parameter.Name)) is { } type)
            {
                parameters.Add(Lower(operation, parameter, type, names));
                continue;
            }

            ReportLeftOut(operation, parameter, limitation);
            if (parameter.IsRequired)
            {
                return null;
            }
        }

        return parameters.OrderBy(parameter => parameter.IsRequired ? 0 : 1).ThenBy(parameter => parameter.Target == ParameterTarget.Path ? 0 : 1).ToList();
    }

    /// <param name="limitation">Why; null where the parameter's schema could not be read, which has been reported.</param>
    private void ReportLeftOut(Operation operation, Parameter parameter, string? limitation)
    {
        switch (limitation, parameter.IsRequired)
        {
            case (null, true):
                diagnostics.ReportAtName(Descriptors.LeftOutByError, operation.Node, "Operation", operation.DisplayName, $"its parameter '{parameter.Name}'");
                break;
            case (null, false):
                diagnostics.Report(Descriptors.LeftOutByError, parameter.Node, "Parameter", parameter.Name, "its schema");
                break;
            case (_, true):
                diagnostics.ReportAtName(Descriptors.OperationLeftOut, operation.Node, operation.DisplayName, $"its parameter '{parameter.Name}' is required, and {limitation}");
                break;
            default:
                diagnostics.Report(Descriptors.ParameterLeftOut, parameter.Node, parameter.Name, operation.DisplayName, limitation!);
                break;
        }
    }

    /// <summary>The type of a parameter; null where its schema cannot be read. What no writer is for is a text that the caller writes.</summary>
    private TypeRef? FindType(Operation operation, Parameter parameter, string name)
    {
        TypeRef text = new(TypeKind.String);
        switch (parameter)
        {
            case { Schema: null, Content.IsJson: true }:
                return TypeUse.Json.Type;
            case { Schema: null, Content: null }:
                diagnostics.Report(Descriptors.ParameterSentOtherwise, parameter.Node, parameter.Name, operation.DisplayName, "as a text: neither 'schema' nor 'content' describes it");
                return text;
            case { Schema: null }:
                return text;
            case { Content: { IsJson: false } content, Schema: { } schema } when !IsForm(parameter) && !IsScalar(schema):
                diagnostics.Report(Descriptors.ParameterSentOtherwise, parameter.Node, parameter.Name, operation.DisplayName, $"as a text that the caller writes: there is no writer for '{content.MediaType}'");
                return text;
            default:
                return types.Lower(parameter.Schema, name).Type;
        }
    }

    private static bool IsForm(Parameter parameter) => parameter is { Place: ParameterPlace.QueryString, Content.IsUrlEncoded: true };

    private static bool IsScalar(Schema schema) => schema.Target is { Type: SchemaType.String or SchemaType.Boolean or SchemaType.Integer or SchemaType.Number };

    private ParameterModel Lower(Operation operation, Parameter parameter, TypeRef type, NameScope names)
    {
        bool isKey = parameter.Place == ParameterPlace.Header && string.Equals(parameter.Name, "Idempotency-Key", StringComparison.OrdinalIgnoreCase) && type.Kind == TypeKind.String;
        if (StyleLowering.Of(parameter) is not var (style, explode))
        {
            (style, explode) = StyleLowering.Standard(parameter.Place);
            diagnostics.Report(Descriptors.ParameterSentOtherwise, parameter.Node, parameter.Name, operation.DisplayName, $"in style '{Identifier.Camel(style.ToString(), "")}': there is no style '{parameter.Style}' for its place");
        }

        return new ParameterModel(
            parameter.Name,
            names.Take(Identifier.Camel(WithoutX(parameter), "parameter") + SignNames.Suffix(parameter.Name)),
            parameter.Place switch
            {
                ParameterPlace.Path => ParameterTarget.Path,
                ParameterPlace.Query => ParameterTarget.Query,
                ParameterPlace.QueryString => ParameterTarget.WholeQuery,
                ParameterPlace.Cookie => ParameterTarget.Cookie,
                _ when isKey => ParameterTarget.IdempotencyKey,
                _ => ParameterTarget.Header,
            },
            type,
            IsRequired: parameter.IsRequired && !isKey,
            parameter.IsDeprecated,
            style,
            explode,
            parameter.AllowReserved || (parameter.Place == ParameterPlace.Path && PathTemplate.IsReserved(operation.Key, parameter.Name)),
            string.Join(" ", new[] { parameter.Description ?? parameter.Schema?.Description ?? "" }.Concat(parameter.Schema is { } schema ? ValueNotes.Of(schema) : []).Where(text => text.Length > 0)))
        {
            UrlEncoding = IsForm(parameter) ? new UrlEncodingLowering(diagnostics).Lower(parameter.Content!) : null,
        };
    }

    /// <summary>The <c>X-</c> of a header has no meaning (RFC 6648), so it is no part of the name to read.</summary>
    private static string WithoutX(Parameter parameter) =>
        parameter.Place == ParameterPlace.Header && parameter.Name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && parameter.Name.Length > 2 ? parameter.Name.Substring(2) : parameter.Name;

    /// <summary>Where the template of a path and its parameters disagree, the operation cannot be sent as it is meant.</summary>
    private static string? PathProblem(Operation operation)
    {
        List<string> declared = operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).Select(parameter => parameter.Name).ToList();
        IReadOnlyList<string> expected = PathTemplate.Names(operation.Path);
        return expected.FirstOrDefault(name => !declared.Contains(name)) is { } missing ? $"its path has '{{{missing}}}', which is not among its parameters.{Suggestion.For(missing, declared)}"
            : declared.FirstOrDefault(name => !expected.Contains(name)) is { } surplus ? $"its path parameter '{surplus}' is not in its path.{Suggestion.For(surplus, expected)}"
            : null;
    }
}
