namespace Dragoman;

// Calls of operations with one success. One of several is told by its status, in generated code.
public sealed partial class ApiPipeline
{
    /// <summary>Sends a call whose success has no result; a body that comes nevertheless is not read.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The status of its success.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits for a retry.</param>
    /// <exception cref="ApiException">No complete response arrived, or one with another status.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public async Task SendAsync(ApiCall call, int status, CancellationToken cancellationToken)
    {
        using ApiResponse response = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        response.Expect(status);
    }

    /// <summary>Sends a call whose success is JSON of a generated type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="status">The status of its success.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits for a retry.</param>
    /// <exception cref="ResponseFormatException">The body is empty, not JSON or not as described.</exception>
    /// <exception cref="ApiException">No complete response arrived, or one with another status.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public Task<T> SendAsync<T>(ApiCall call, int status, CancellationToken cancellationToken)
        where T : IJsonValue<T> => SendAsync(call, status, JsonDelegates<T>.Read, cancellationToken);

    /// <summary>Sends a call whose success is JSON.</summary>
    /// <typeparam name="T">What the body is read as.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="status">The status of its success.</param>
    /// <param name="read">Reads the body.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits for a retry.</param>
    /// <exception cref="ResponseFormatException">The body is empty, not JSON or not as described.</exception>
    /// <exception cref="ApiException">No complete response arrived, or one with another status.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, int status, JsonReadValue<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        using ApiResponse response = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        response.Expect(status);
        return response.ReadJson(read);
    }

    /// <summary>Sends a call whose success is a text (<see cref="ApiResponse.ReadText"/>).</summary>
    /// <param name="call">The call. Its <c>Accept</c> header says what to answer with.</param>
    /// <param name="status">The status of its success.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits for a retry.</param>
    /// <exception cref="ApiException">No complete response arrived, or one with another status.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public async Task<string> TextAsync(ApiCall call, int status, CancellationToken cancellationToken)
    {
        using ApiResponse response = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        response.Expect(status);
        return response.ReadText();
    }

    /// <summary>Sends a call whose success is a file, and returns as soon as the head of the response has arrived, as <see cref="OpenAsync(ApiCall, CancellationToken)"/> does.</summary>
    /// <param name="call">The call. Its <c>Accept</c> header says what to answer with.</param>
    /// <param name="status">The status of its success.</param>
    /// <param name="cancellationToken">Cancels the call until it returns. The reads of the file have tokens of their own.</param>
    /// <returns>The file, to be disposed by the caller.</returns>
    /// <exception cref="ApiException">No response arrived, or one with another status.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public async Task<FileDownload> FileAsync(ApiCall call, int status, CancellationToken cancellationToken)
    {
        using ApiResponse response = await OpenAsync(call, cancellationToken).ConfigureAwait(false);
        response.Expect(status);
        return response.TakeFile();
    }
}
