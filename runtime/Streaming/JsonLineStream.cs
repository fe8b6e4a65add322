namespace Dragoman;

/// <summary>A stream of JSON values that is opened anew by each enumeration.</summary>
internal sealed class JsonLineStream<T>(PipelineSettings settings, ApiCall call, OpenCall open, JsonReadValue<T> read, CancellationToken callToken) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using StreamCancellation cancellation = new(callToken, cancellationToken);
        using JsonLineReader lines = new(await OpenAsync(cancellation).ConfigureAwait(false), settings.Options.MaxResponseBytes);
        while (await NextAsync(lines, cancellation).ConfigureAwait(false) is { } line)
        {
            yield return lines.Read(line, read);
        }
    }

    private async ValueTask<ApiResponse> OpenAsync(StreamCancellation cancellation)
    {
        try
        {
            ApiResponse response = await open(call, new BodyStreaming(), cancellation.Token).ConfigureAwait(false);
            if (response.IsOpen)
            {
                return response;
            }

            using (response)
            {
                throw response.ToException();
            }
        }
        catch (OperationCanceledException canceled) when (cancellation.IsRequested)
        {
            throw cancellation.Known(canceled);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>?> NextAsync(JsonLineReader lines, StreamCancellation cancellation)
    {
        try
        {
            return await lines.NextAsync(cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellation.IsRequested)
        {
            throw cancellation.Known(canceled);
        }
    }
}
