using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>What a method is called with, and what it stands for on the wire.</summary>
internal sealed class CallArguments
{
    private readonly DeclaredCall _call;
    private readonly bool _everything;
    private readonly List<(CallParameter Parameter, JsonNode? Value)> _parameters = [];

    /// <param name="everything">Whether optional parameters and members are given.</param>
    public CallArguments(DeclaredCall call, MethodInfo method, bool everything)
    {
        _call = call;
        _everything = everything;
        ParameterInfo[] arguments = [.. method.GetParameters().Where(parameter => parameter.ParameterType != typeof(RequestOptions) && parameter.ParameterType != typeof(CancellationToken))];
        IReadOnlyDictionary<ParameterInfo, CallParameter> matched = ParameterNames.Match(call.Parameters, arguments);
        Values = [.. method.GetParameters().Select(parameter => !arguments.Contains(parameter) ? Default(parameter) : matched.TryGetValue(parameter, out CallParameter? wire) ? Parameter(parameter, wire) : Body(parameter))];
        if (call.Parameters.Except(matched.Values).FirstOrDefault(parameter => !parameter.IsAccept) is { } missing)
        {
            throw new InvalidOperationException($"{method.Name} has no parameter for '{missing.Name}' in {missing.Place}");
        }
    }

    public object?[] Values { get; }

    /// <summary>The parameters that are given.</summary>
    public IReadOnlyList<(CallParameter Parameter, JsonNode? Value)> Parameters => _parameters;

    /// <summary>The body that is given; null where there is none.</summary>
    public GivenBody? GivenBody { get; private set; }

    private object? Parameter(ParameterInfo parameter, CallParameter wire)
    {
        if (!wire.IsRequired && !_everything)
        {
            return Default(parameter);
        }

        SampleText text = wire.Place switch
        {
            "path" => SampleText.InPath,
            "header" => SampleText.InHeader,
            "cookie" => SampleText.InCookie,
            _ => SampleText.InQuery,
        };
        // Each parameter has numbers of its own, so that no two values are the same.
        JsonNode? value = new SchemaSample(_call.Root, everything: true, isRequest: true, text, 10 * (_parameters.Count + 1)).Of(wire.Schema);
        _parameters.Add((wire, value));
        return ClientValue.Read(parameter.ParameterType, value);
    }

    private object? Body(ParameterInfo parameter)
    {
        if (_call.Body is not { } body)
        {
            throw new InvalidOperationException($"the document has no parameter '{parameter.Name}'");
        }

        if (parameter.HasDefaultValue && !_everything)
        {
            return Default(parameter);
        }

        GivenBody = GivenBody.Of(_call, body, parameter.ParameterType, _everything);
        return GivenBody.Argument;
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter is { HasDefaultValue: true, DefaultValue: { } value } ? value
        : parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? RuntimeHelpers.GetUninitializedObject(parameter.ParameterType)
        : null;
}
