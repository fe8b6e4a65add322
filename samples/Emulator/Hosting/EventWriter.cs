using Dragoman.Samples.Emulator.Faults;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>Writes a stream of events, up to the failure that was asked for.</summary>
internal static class EventWriter
{
    public static async Task WriteAsync(HttpContext context, Reply reply, PlannedFault? fault, EmulatedApi api)
    {
        ReplyWriter.WriteHead(context.Response, reply);
        IReadOnlyList<ServerEvent> events = reply.Events!;
        int whole = fault?.Fault.AfterEvents ?? events.Count;
        foreach (ServerEvent item in events.Take(whole))
        {
            await SendAsync(context, item.ToString()).ConfigureAwait(false);
            if (api.Options.EventInterval > TimeSpan.Zero)
            {
                await Task.Delay(api.Options.EventInterval, api.Options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
            }
        }

        if (fault is { Fault.AfterEvents: not null })
        {
            await FailAsync(context, events.Skip(whole).FirstOrDefault(), fault, api).ConfigureAwait(false);
        }
    }

    // What is left of the stream is never sent: a failure ends it.
    private static async Task FailAsync(HttpContext context, ServerEvent? next, PlannedFault fault, EmulatedApi api)
    {
        if (fault.Error is { } error)
        {
            next = fault.Fault.Breakage switch
            {
                Breakage.NoCode => api.ErrorEvent(error with { Code = null }),
                Breakage.WrongTypes => new ServerEvent("error", api.WrongEnvelope(error)),
                _ => api.ErrorEvent(error),
            };
        }

        string text = next?.ToString() ?? "";
        switch (fault.Fault.Breakage)
        {
            case Breakage.Silence:
                await ReplyWriter.StaySilentAsync(context).ConfigureAwait(false);
                break;
            case Breakage.Reset:
                throw new ConnectionCutException();
            case Breakage.CutBody:
                await SendAsync(context, text[..(text.Length / 2)]).ConfigureAwait(false);
                throw new ConnectionCutException();
            case Breakage.TruncatedBody:
                await SendAsync(context, text[..(text.Length / 2)]).ConfigureAwait(false);
                break;
            case Breakage.Malformed:
                await SendAsync(context, text.Replace("}\n\n", "\n\n", StringComparison.Ordinal)).ConfigureAwait(false);
                break;
            default:
                // Without an error the stream just ends before its last event.
                await SendAsync(context, fault.Error is null ? "" : text).ConfigureAwait(false);
                break;
        }
    }

    private static async Task SendAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
