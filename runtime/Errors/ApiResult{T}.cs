using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>How a call ended: with a value or with an <see cref="ApiException"/>.</summary>
/// <typeparam name="T">What the call returns.</typeparam>
public sealed class ApiResult<T>
{
    private readonly T? _value;
    private readonly int? _status;
    private readonly ResponseHeaders _headers = ResponseHeaders.Empty;

    internal ApiResult(T value, int? status, ResponseHeaders headers)
    {
        _value = value;
        _status = status;
        _headers = headers;
    }

    internal ApiResult(ApiException error) => Error = error;

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The failure, or <see langword="null"/> on success.</summary>
    public ApiException? Error { get; }

    /// <summary>The status of the response, or <see langword="null"/> if none arrived.</summary>
    public int? Status => Error is null ? _status : Error.Status;

    /// <summary>The headers of the response; empty if none arrived. The client's own headers have methods on it.</summary>
    public ResponseHeaders Headers => Error is null ? _headers : Error.Headers;

    /// <summary>What the call returned.</summary>
    /// <exception cref="ApiException">The call failed; the exception has its original type and stack trace.</exception>
    public T Value
    {
        get
        {
            if (Error is not null)
            {
                ExceptionDispatchInfo.Throw(Error);
            }

            return _value!;
        }
    }

    /// <summary>Gets the value of a call that succeeded.</summary>
    /// <param name="value">What the call returned, or the default value if it failed.</param>
    /// <returns>Whether the call succeeded.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }
}
