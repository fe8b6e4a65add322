using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>How a call ended: with a value or with an <see cref="ApiException"/>.</summary>
/// <typeparam name="T">What the call returns.</typeparam>
public sealed class ApiResult<T>
{
    private readonly T? _value;
    private readonly CallSummary? _success;

    internal ApiResult(T value, CallSummary? success)
    {
        _value = value;
        _success = success;
    }

    internal ApiResult(ApiException error) => Error = error;

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The failure, or <see langword="null"/> on success.</summary>
    public ApiException? Error { get; }

    /// <summary>The status of the response, or <see langword="null"/> if none arrived.</summary>
    public int? Status => Error is null ? _success?.Status : Error.Status;

    /// <summary>The headers of the response; empty if none arrived. The client's own headers have methods on it.</summary>
    public ResponseHeaders Headers => Error?.Headers ?? _success?.Headers ?? ResponseHeaders.Empty;

    /// <summary>What each try met, in order, the one that succeeded included; empty where that is not known (<see cref="ApiResult.From{T}(Task{T})"/>).</summary>
    public IReadOnlyList<ApiAttempt> Attempts => Error?.Attempts ?? _success?.Attempts ?? [];

    /// <summary>Why no further try was made; of a success <see cref="StopReason.Succeeded"/>.</summary>
    public StopReason StopReason => Error?.StopReason ?? StopReason.Succeeded;

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
