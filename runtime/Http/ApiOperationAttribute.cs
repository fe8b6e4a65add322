namespace Dragoman;

/// <summary>Says which operation of the API's description a method calls, for tools to read.</summary>
/// <param name="id">The operation's id.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path template.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiOperationAttribute(string id, string method, string path) : Attribute
{
    /// <summary>The operation's id.</summary>
    public string Id { get; } = id;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The path template.</summary>
    public string Path { get; } = path;

    /// <summary>The error codes the operation can raise.</summary>
    public string[] Codes { get; set; } = [];
}
