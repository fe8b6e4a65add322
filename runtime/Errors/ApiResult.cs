using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>How a call without a result ended: with success or with an <see cref="ApiException"/>.</summary>
public sealed class ApiResult
{
    private readonly int? _status;
    private readonly ResponseHeaders _headers;

    private ApiResult(ApiException? error, int? status, ResponseHeaders headers)
    {
        Error = error;
        _status = status;
        _headers = headers;
    }

    /// <summary>Whether the call succeeded.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The failure, or <see langword="null"/> on success.</summary>
    public ApiException? Error { get; }

    /// <summary>The status of the response, or <see langword="null"/> if none arrived.</summary>
    public int? Status => Error is null ? _status : Error.Status;

    /// <summary>The headers of the response; empty if none arrived. The client's own headers have methods on it.</summary>
    public ResponseHeaders Headers => Error is null ? _headers : Error.Headers;

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
    /// <returns>The result, without status and headers of a success. Cancellation and invalid arguments still throw.</returns>
    public static Task<ApiResult> From(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return From(null, _ => task);
    }

    /// <summary>Awaits a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="task">The call.</param>
    /// <returns>The result, without status and headers of a success. Cancellation and invalid arguments still throw.</returns>
    public static Task<ApiResult<T>> From<T>(Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return From(null, _ => task);
    }

    /// <summary>Makes a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <param name="options">The settings of the call.</param>
    /// <param name="call">Makes the call with the settings that it is given, by which the result knows status and headers.</param>
    /// <returns>The result. Cancellation and invalid arguments still throw.</returns>
    public static async Task<ApiResult> From(RequestOptions? options, Func<RequestOptions, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ResponseHead head = new();
        try
        {
            await call(head.Observing(options)).ConfigureAwait(false);
            return new(null, head.Status, head.Headers);
        }
        catch (ApiException error)
        {
            return new(error, null, ResponseHeaders.Empty);
        }
    }

    /// <summary>Makes a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="options">The settings of the call.</param>
    /// <param name="call">Makes the call with the settings that it is given, by which the result knows status and headers.</param>
    /// <returns>The result. Cancellation and invalid arguments still throw.</returns>
    public static async Task<ApiResult<T>> From<T>(RequestOptions? options, Func<RequestOptions, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ResponseHead head = new();
        try
        {
            return new(await call(head.Observing(options)).ConfigureAwait(false), head.Status, head.Headers);
        }
        catch (ApiException error)
        {
            return new(error);
        }
    }
}
