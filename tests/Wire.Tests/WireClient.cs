using System.Reflection;

namespace Dragoman.Wire.Tests;

/// <summary>The client that is generated for a document, compiled and loaded.</summary>
internal sealed class WireClient
{
    private readonly Type _options;
    private readonly ConstructorInfo _constructor;
    private readonly ILookup<string, MethodInfo> _methods;

    public WireClient(WireDocument document)
    {
        Document = document;
        Assembly assembly = GeneratorRun.Of(new SpecFile(document.File, document.Text)).Load();
        _options = assembly.GetExportedTypes().Single(type => type.IsSubclassOf(typeof(ApiClientOptions)));
        _constructor = assembly.GetExportedTypes().SelectMany(type => type.GetConstructors()).Single(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType == _options);
        _methods = assembly.GetExportedTypes()
            .Where(type => type.IsClass)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => !method.Name.StartsWith("Try", StringComparison.Ordinal))
            .ToLookup(method => method.GetCustomAttribute<ApiOperationAttribute>() is { } operation ? $"{operation.Method} {operation.Path}" : "");
    }

    public WireDocument Document { get; }

    /// <summary>The method of an operation; null where there is none.</summary>
    public MethodInfo? Method(WireOperation operation) => _methods[$"{operation.Method.ToUpperInvariant()} {operation.Path}"].FirstOrDefault();

    /// <summary>The client that has a method, or its group of methods, with the credentials that a request shows.</summary>
    public object Create(Uri address, WireCall call, Type owner)
    {
        ApiClientOptions options = (ApiClientOptions)Activator.CreateInstance(_options)!;
        options.BaseAddress = address;
        options.MaxRetries = 0;
        WireCredentials.Set(options, Document, call);
        object client = _constructor.Invoke([options, .. _constructor.GetParameters().Skip(1).Select(_ => (object?)null)]);
        return owner.IsInstanceOfType(client) ? client : client.GetType().GetProperties().Single(group => owner.IsAssignableTo(group.PropertyType)).GetValue(client)!;
    }
}
