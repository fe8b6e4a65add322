namespace Dragoman;

/// <summary>The server of an operation that has one of its own (OpenAPI 3.1, section 4.8.10): uploads, for example, often have.</summary>
public sealed class OperationServer
{
    private readonly Uri _usual;
    private readonly BaseAddress _own;

    /// <summary>Describes the server of an operation.</summary>
    /// <param name="address">The absolute http or https address of the operation's server.</param>
    /// <param name="usual">That of the API's. A client with another <see cref="ApiClientOptions.BaseAddress"/>, such as that of a proxy or a test, sends everything there.</param>
    /// <exception cref="ArgumentException">The address is none that a client could have.</exception>
    public OperationServer(string address, string usual)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(usual);
        _own = BaseAddress.Of(new(address), clientAddress: null);
        _usual = new(usual);
    }

    /// <summary>Where the operation is, for a client with this base address.</summary>
    internal BaseAddress For(BaseAddress client) => client.IsAt(_usual) ? _own : client;
}
