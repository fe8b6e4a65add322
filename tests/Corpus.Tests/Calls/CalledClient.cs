using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Dragoman.Corpus.Tests;

/// <summary>The client of a document, loaded, with credentials of every kind, and a service that answers it.</summary>
internal sealed class CalledClient : IDisposable
{
    private static readonly Uri s_given = new("https://service.test/root");

    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);
    private readonly HttpClient _http;
    private readonly IDisposable _client;
    private readonly ILookup<string, MethodInfo> _methods;
    private readonly ILookup<string, MethodInfo> _twins;

    public CalledClient(byte[] compiled)
    {
        using MemoryStream bytes = new(compiled);
        Type[] types = _context.LoadFromStream(bytes).GetTypes();
        foreach (Type type in types.Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        _http = new HttpClient(Handler);
        Type options = types.Single(type => type.IsSubclassOf(typeof(ApiClientOptions)));
        ConstructorInfo constructor = types.SelectMany(type => type.GetConstructors()).Single(one => one.GetParameters().FirstOrDefault()?.ParameterType == options);
        _client = (IDisposable)constructor.Invoke([Options(options), _http]);
        _methods = types.Where(type => type.IsClass)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(ApiOperationAttribute)))
            .ToLookup(method => method.GetCustomAttribute<ApiOperationAttribute>() is { } of ? Key(of.Method, DeclaredOperation.AsSent(of.Path)) : "");
        _twins = types.Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(ExtensionAttribute)))
            .ToLookup(method => method.Name);
    }

    public AnsweringHandler Handler { get; } = new();

    public Uri BaseAddress { get; private set; } = s_given;

    /// <summary>Whether the document names no address, and the caller of the client has to.</summary>
    public bool IsAddressGiven { get; private set; }

    /// <summary>The methods of an operation.</summary>
    public IEnumerable<MethodInfo> Methods(DeclaredOperation operation)
    {
        List<MethodInfo> ofPath = [.. _methods[Key(operation.Method, operation.SentPath)]];
        // Paths that differ after '#' are the same on the wire, and their operations are told apart by their ids.
        List<MethodInfo> ofId = ofPath.FindAll(method => method.GetCustomAttribute<ApiOperationAttribute>()!.Id == operation.Id);
        return ofId.Count > 0 ? ofId : ofPath;
    }

    /// <summary>The object that has a method: the client or one of its groups.</summary>
    public object Owner(MethodInfo method) => method.DeclaringType!.IsInstanceOfType(_client)
        ? _client
        : _client.GetType().GetProperties().Single(group => method.DeclaringType.IsAssignableTo(group.PropertyType)).GetValue(_client)!;

    /// <summary>The twin that returns a failure instead of throwing it; null where a method has none.</summary>
    public MethodInfo? Twin(MethodInfo method) => _twins[$"Try{method.Name}"].FirstOrDefault(twin =>
        twin.GetParameters()[0].ParameterType.IsAssignableFrom(method.DeclaringType)
        && twin.GetParameters().Skip(1).Select(parameter => parameter.ParameterType).SequenceEqual(method.GetParameters().Select(parameter => parameter.ParameterType)));

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
        _context.Unload();
    }

    private static string Key(string method, string path) => $"{method.ToLowerInvariant()} {path}";

    private ApiClientOptions Options(Type type)
    {
        ApiClientOptions options = (ApiClientOptions)Activator.CreateInstance(type)!;
        options.MaxRetries = 0;
        IsAddressGiven = options.BaseAddress is null;
        BaseAddress = options.BaseAddress ??= s_given;
        foreach (PropertyInfo secret in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.PropertyType == typeof(string) && property.CanWrite))
        {
            secret.SetValue(options, $"secret-{secret.Name}");
        }

        return options;
    }
}
