using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>How a call without a result ended: with success or with an <see cref="ApiException"/>.</summary>
public sealed class ApiResult
{
    private static readonly ApiResult s_success = new(null);

    private ApiResult(ApiException? error) => Error = error;

    /// <summary>Whether the call succeeded.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The failure, or <see langword="null"/> on success.</summary>
    public ApiException? Error { get; }

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
    /// <returns>The result. Cancellation and invalid arguments still throw.</returns>
    public static async Task<ApiResult> From(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        try
        {
            await task.ConfigureAwait(false);
            return s_success;
        }
        catch (ApiException error)
        {
            return new(error);
        }
    }

    /// <summary>Awaits a call and turns its <see cref="ApiException"/> into a result.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="task">The call.</param>
    /// <returns>The result. Cancellation and invalid arguments still throw.</returns>
    public static async Task<ApiResult<T>> From<T>(Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        try
        {
            return new(await task.ConfigureAwait(false));
        }
        catch (ApiException error)
        {
            return new(error);
        }
    }
}
