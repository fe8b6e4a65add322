using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>How a call without a result ended: with success or with an <see cref="ApiException"/>.</summary>
public sealed class ApiResult
{
    private readonly CallSummary? _success;

    private ApiResult(CallSummary? success, ApiException? error = null)
    {
        _success = success;
        Error = error;
    }

    /// <summary>Whether the call succeeded.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The failure, or <see langword="null"/> on success.</summary>
    public ApiException? Error { get; }

    /// <summary>The status of the response, or <see langword="null"/> if none arrived.</summary>
    public int? Status => Error is null ? _success?.Status : Error.Status;

    /// <summary>The headers of the response; empty if none arrived. The client's own headers have methods on it.</summary>
    public ResponseHeaders Headers => Error?.Headers ?? _success?.Headers ?? ResponseHeaders.Empty;

    /// <summary>What each try met, in order, the one that succeeded included; empty where that is not known (<see cref="From(Task)"/>).</summary>
    public IReadOnlyList<ApiAttempt> Attempts => Error?.Attempts ?? _success?.Attempts ?? [];

    /// <summary>Why no further try was made; of a success <see cref="StopReason.Succeeded"/>.</summary>
    public StopReason StopReason => Error?.StopReason ?? StopReason.Succeeded;

    /// <summary>Throws <see cref="Error"/>, if there is one.</summary>
    /// <exception cref="ApiException">The call failed; the exception has its original type and stack trace.</exception>
    public void ThrowIfFailed()
    {
        if (Error is not null)
        {
            ExceptionDispatchInfo.Throw(Error);
        }
    }

    /// <summary>Awaits a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <param name="task">The call.</param>
    /// <returns>The result, without status, headers and tries of a success. Cancellation and invalid arguments still throw.</returns>
    public static Task<ApiResult> From(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return From(null, _ => task);
    }

    /// <summary>Awaits a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="task">The call.</param>
    /// <returns>The result, without status, headers and tries of a success. Cancellation and invalid arguments still throw.</returns>
    public static Task<ApiResult<T>> From<T>(Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return From(null, _ => task);
    }

    /// <summary>Makes a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <param name="options">The settings of the call.</param>
    /// <param name="call">Makes the call with the settings that it is given, by which the result knows status, headers and tries of the last request.</param>
    /// <returns>The result. Cancellation and invalid arguments still throw.</returns>
    public static async Task<ApiResult> From(RequestOptions? options, Func<RequestOptions, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        CallSummary? last = null;
        try
        {
            await call(RequestOptions.WithObserver(options, summary => last = summary)).ConfigureAwait(false);
            return new(last);
        }
        catch (ApiException error)
        {
            return new(null, error);
        }
    }

    /// <summary>Makes a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="options">The settings of the call.</param>
    /// <param name="call">Makes the call with the settings that it is given, by which the result knows status, headers and tries of the last request.</param>
    /// <returns>The result. Cancellation and invalid arguments still throw.</returns>
    public static async Task<ApiResult<T>> From<T>(RequestOptions? options, Func<RequestOptions, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        CallSummary? last = null;
        try
        {
            T value = await call(RequestOptions.WithObserver(options, summary => last = summary)).ConfigureAwait(false);
            return new(value, last);
        }
        catch (ApiException error)
        {
            return new(error);
        }
    }
}
