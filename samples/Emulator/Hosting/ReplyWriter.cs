namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>Writes a reply, whole or broken.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpContext context, Reply reply, Breakage breakage = Breakage.None)
    {
        switch (breakage)
        {
            case Breakage.Reset:
                context.Abort();
                return;
            case Breakage.Silence:
                await StaySilentAsync(context).ConfigureAwait(false);
                return;
        }

        WriteHead(context.Response, reply);

        // A 204 or 304 that came with a body would break the connection instead of testing the client.
        if (reply.Content.Length == 0 || reply.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        bool isHalf = breakage is Breakage.TruncatedBody or Breakage.CutBody;
        ReadOnlyMemory<byte> sent = isHalf ? reply.Content.AsMemory(0, reply.Content.Length / 2) : reply.Content;
        context.Response.ContentLength = breakage == Breakage.CutBody ? reply.Content.Length : sent.Length;
        await context.Response.Body.WriteAsync(sent).ConfigureAwait(false);
        await context.Response.Body.FlushAsync().ConfigureAwait(false);
        if (breakage == Breakage.CutBody)
        {
            throw new ConnectionCutException();
        }
    }

    public static void WriteHead(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
        {
            response.Headers.RetryAfter = reply.RetryAfter;
        }

        if (reply.IsReplay)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        foreach ((string name, string value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        // Typed as null, the header is left out altogether: a reply without a type is one a client can meet.
        response.ContentType = reply.ContentType.Length == 0 ? null : reply.ContentType;
    }

    /// <summary>Sends nothing until the client hangs up or the server stops.</summary>
    public static async Task StaySilentAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for an answer any more.
        }
    }
}
