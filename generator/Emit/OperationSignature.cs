using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes what the methods of one operation take and return, and their attributes.</summary>
internal sealed class OperationSignature(OperationModel operation, Names names)
{
    public CodeText TaskType => operation.Result.Type is null ? names["Task"] : CodeText.Of($"{names["Task"]}<{ResultType}>");

    public CodeText TryType => operation.Result.Type is null
        ? CodeText.Of($"{names["Task"]}<{names["ApiResult"]}>")
        : CodeText.Of($"{names["Task"]}<{names["ApiResult"]}<{ResultType}>>");

    public CodeText Parameters => CodeText.List([.. Required(), .. Optional()]);

    /// <summary>What a Try twin calls the client that it extends.</summary>
    public CodeText Receiver => operation.Parameters.Select(parameter => parameter.Name).Append(operation.Body?.Name).Contains("client") ? CodeText.Of($"thisClient") : CodeText.Of($"client");

    public CodeText Deprecated => operation.IsDeprecated ? names.Obsolete : CodeText.Empty;

    /// <summary>What the Task of a method holds; empty for a method that returns nothing.</summary>
    private CodeText ResultType => operation.Result.Type is not { } type ? CodeText.Empty
        : !operation.Result.HasCases && operation.Result.Successes.Any(success => success.Form == BodyForm.None) ? names.Optional(type)
        : names.Of(type, operation.Result.IsNullable);

    /// <param name="statesCodes">The codes of failures that a success tells of.</param>
    public CodeText Attribute(IEnumerable<string> statesCodes)
    {
        IEnumerable<string> ownCodes = operation.Errors.Select(error => error.Code).Where(code => code.Length > 0);
        IReadOnlyList<CodeText> codes = statesCodes.Concat(ownCodes).Distinct(StringComparer.Ordinal).Select(CodeText.Literal).ToList();
        CodeText list = codes.Count == 0 ? CodeText.Empty : CodeText.Of($", Codes = [{CodeText.List(codes)}]");
        return CodeText.Of($"[{names["ApiOperation"]}({CodeText.Literal(operation.Id)}, {CodeText.Literal(operation.Method)}, {CodeText.Literal(operation.Path)}{list})]");
    }

    public IEnumerable<CodeText> Required()
    {
        foreach (ParameterModel parameter in operation.Parameters.Where(parameter => parameter.IsRequired))
        {
            yield return CodeText.Of($"{names.Of(parameter.Type)} {CodeText.Identifier(parameter.Name)}");
        }

        if (operation.Body is { IsRequired: true } body)
        {
            yield return CodeText.Of($"{names.Of(body.Type, body.IsNullable)} {CodeText.Identifier(body.Name)}");
        }
    }

    public IEnumerable<CodeText> Optional()
    {
        if (operation.Body is { IsRequired: false } body)
        {
            yield return CodeText.Of($"{names.Optional(body.Type)} {CodeText.Identifier(body.Name)} = null");
        }

        foreach (ParameterModel parameter in operation.Parameters.Where(parameter => !parameter.IsRequired))
        {
            yield return CodeText.Of($"{names.Optional(parameter.Type)} {CodeText.Identifier(parameter.Name)} = null");
        }

        yield return CodeText.Of($"{names["RequestOptions"]}? options = null");
        yield return CodeText.Of($"{names["CancellationToken"]} cancellationToken = default");
    }

    /// <summary>The method's own parameters, passed on in the order of <see cref="Parameters"/>.</summary>
    public CodeText Arguments(CodeText token) => Arguments(token, CodeText.Of($"options"));

    /// <param name="options">What stands in place of the caller's options.</param>
    public CodeText Arguments(CodeText token, CodeText options)
    {
        IEnumerable<string> body(bool isRequired) => operation.Body is { } model && model.IsRequired == isRequired ? [model.Name] : [];
        IEnumerable<string> parameters(bool isRequired) => operation.Parameters.Where(parameter => parameter.IsRequired == isRequired).Select(parameter => parameter.Name);
        IEnumerable<string> all = [.. parameters(true), .. body(true), .. body(false), .. parameters(false)];
        return CodeText.List([.. all.Select(CodeText.Identifier), options, token]);
    }

    /// <summary>The checks of arguments that neither the compiler alone nor the call keeps from being null, and those that the project asks for.</summary>
    public CodeText Checks()
    {
        IEnumerable<string> checkedNames =
        [
            .. operation.Parameters.Where(parameter => parameter is { IsRequired: true, Type.IsValueType: false } && !ParameterCode.IsCheckedByCall(parameter)).Select(parameter => parameter.Name),
            .. operation.Body is { IsRequired: true, IsNullable: false, Type.IsValueType: false } body && !RequestCode.IsCheckedByCall(body) ? [body.Name] : Array.Empty<string>(),
        ];
        CheckCode code = new(names);
        return CodeText.Lines(
        [
            .. checkedNames.Select(name => CodeText.Of($"{names["ArgumentNullException"]}.ThrowIfNull({CodeText.Identifier(name)});")),
            .. operation.Checks.SelectMany(argument => code.Statements(argument.Type, argument.Constraints, CodeText.Identifier(argument.Name), CodeText.Of($"nameof({CodeText.Identifier(argument.Name)})"), "")),
        ]);
    }
}
