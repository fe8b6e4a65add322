using System.Reflection;

namespace Dragoman.Wire.Tests;

/// <summary>The client that is generated for a document, compiled and loaded.</summary>
internal sealed class WireClient
{
    private readonly Type _options;
    private readonly ConstructorInfo _constructor;
    private readonly ILookup<string, MethodInfo> _methods;
    private readonly List<MethodInfo> _headers;

    public WireClient(WireDocument document)
    {
        Document = document;
        Assembly assembly = GeneratorRun.Of(new SpecFile(document.File, document.Text)).Load();
        _options = assembly.GetExportedTypes().Single(type => type.IsSubclassOf(typeof(ApiClientOptions)));
        _constructor = assembly.GetExportedTypes().SelectMany(type => type.GetConstructors()).Single(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType == _options);
        _methods = assembly.GetExportedTypes()
            .Where(type => type.IsClass)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .ToLookup(method => method.GetCustomAttribute<ApiOperationAttribute>() is { } operation ? $"{operation.Method} {operation.Path}" : "");
        _headers = [.. assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.GetParameters() is [{ } only] && only.ParameterType == typeof(ResponseHeaders))];
    }

    public WireDocument Document { get; }

    /// <summary>The method of an operation; null where there is none.</summary>
    public MethodInfo? Method(WireOperation operation) => _methods[$"{operation.Method.ToUpperInvariant()} {operation.Path}"].FirstOrDefault();

    /// <summary>What the client's method for a header reads; null where there is no such method, or no such header.</summary>
    public object? ReadHeader(ResponseHeaders headers, string name) => _headers.FirstOrDefault(method => WireName.AreSame(method.Name, name))?.Invoke(null, [headers]);

    /// <summary>The client that has a method, or its group of methods, with the credentials that a request shows.</summary>
    public object Create(Uri server, WireMatch match, WireCall call, Type owner)
    {
        ApiClientOptions options = Options(server, match);
        options.MaxRetries = 0;
        WireCredentials.Set(options, Document, call);
        object client = _constructor.Invoke([options, .. _constructor.GetParameters().Skip(1).Select(_ => (object?)null)]);
        return owner.IsInstanceOfType(client) ? client : client.GetType().GetProperties().Single(group => owner.IsAssignableTo(group.PropertyType)).GetValue(client)!;
    }

    /// <summary>Options with the server's address, by its variables where it has some.</summary>
    private ApiClientOptions Options(Uri server, WireMatch match)
    {
        if (_options.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters().Length > 0) is { } ofVariables)
        {
            List<(string Name, string Value)> variables = [.. Document.ServerVariables(match, server)];
            return (ApiClientOptions)ofVariables.Invoke([.. ofVariables.GetParameters().Select(parameter => variables.Single(variable => WireName.AreSame(parameter.Name, variable.Name)).Value)]);
        }

        ApiClientOptions options = (ApiClientOptions)Activator.CreateInstance(_options)!;
        options.BaseAddress = new(server, match.ServerPath);
        return options;
    }
}
