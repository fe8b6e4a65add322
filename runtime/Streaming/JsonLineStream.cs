namespace Dragoman;

/// <summary>A stream of JSON values that is opened anew by each enumeration.</summary>
internal sealed class JsonLineStream<T>(PipelineSettings settings, ApiCall call, OpenCall open, JsonReadValue<T> read, CancellationToken callToken) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        using JsonLineReader lines = new(await OpenAsync(either.Token, cancellationToken).ConfigureAwait(false), settings.Options.MaxResponseBytes);
        while (await NextAsync(lines, either.Token, cancellationToken).ConfigureAwait(false) is { } line)
        {
            yield return lines.Read(line, read);
        }
    }

    private async ValueTask<ApiResponse> OpenAsync(CancellationToken either, CancellationToken enumeratorToken)
    {
        try
        {
            ApiResponse response = await open(call, new BodyStreaming(), either).ConfigureAwait(false);
            if (response.IsOpen)
            {
                return response;
            }

            using (response)
            {
                throw response.ToException();
            }
        }
        catch (OperationCanceledException canceled) when (callToken.IsCancellationRequested || enumeratorToken.IsCancellationRequested)
        {
            throw Known(canceled, enumeratorToken);
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> NextAsync(JsonLineReader lines, CancellationToken either, CancellationToken enumeratorToken)
    {
        try
        {
            return await lines.NextAsync(either).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (callToken.IsCancellationRequested || enumeratorToken.IsCancellationRequested)
        {
            throw Known(canceled, enumeratorToken);
        }
    }

    /// <summary>The linked token is nobody's but ours: a cancellation carries the one that the caller knows.</summary>
    private OperationCanceledException Known(OperationCanceledException canceled, CancellationToken enumeratorToken) =>
        new(canceled.Message, canceled, callToken.IsCancellationRequested ? callToken : enumeratorToken);
}
