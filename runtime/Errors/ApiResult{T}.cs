using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>How a call ended: with a value or with an <see cref="ApiException"/>.</summary>
/// <typeparam name="T">What the call returns.</typeparam>
public sealed class ApiResult<T>
{
    private readonly T? _value;

    internal ApiResult(T value) => _value = value;

    internal ApiResult(ApiException error) => Error = error;

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The failure, or <see langword="null"/> on success.</summary>
    public ApiException? Error { get; }

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
