namespace Dragoman;

/// <summary>The service reported success with a body that breaks the contract: invalid JSON, nothing, a missing required member, too much, or a status the description does not declare.</summary>
public sealed class ResponseFormatException : ApiException
{
    internal ResponseFormatException(ApiError error, string? jsonPath = null, long? bytePosition = null)
        : base(error)
    {
        JsonPath = jsonPath;
        BytePosition = bytePosition;
    }

    /// <summary>Where in the body the contract is broken, for example <c>$.data[3].id</c>, or <see langword="null"/> if the body as a whole is wrong.</summary>
    public string? JsonPath { get; }

    /// <summary>The offset in bytes, from 0, at which reading stopped, or <see langword="null"/> if the body as a whole is wrong.</summary>
    public long? BytePosition { get; }
}
