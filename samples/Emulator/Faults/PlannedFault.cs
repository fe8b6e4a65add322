using System.Text;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>A fault that was checked when it was asked for.</summary>
/// <param name="Fault">What was asked for.</param>
/// <param name="Error">The failure to tell; null for none.</param>
/// <param name="Literal">An answer to send as it is; null for none.</param>
internal sealed record PlannedFault(Fault Fault, ApiError? Error, Reply? Literal = null)
{
    private const string GatewayPage = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    /// <exception cref="ArgumentException">The code is not in the API's reference, and there is no status.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The status is not that of an error, or a number is negative.</exception>
    public static PlannedFault Plan(Fault fault, EmulatedApi api)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.AfterEvents ?? 0);
        if (fault.Status is { } status)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        }

        return new PlannedFault(fault, ErrorOf(fault, api));
    }

    /// <summary>The answer in place of the operation's; null to serve the operation.</summary>
    public Reply? Answer(EmulatedApi api)
    {
        if (Error is not { } error || Fault.AfterEvents is not null)
        {
            return Literal;
        }

        Reply told = api.Error(Fault.Breakage == Breakage.NoCode ? error with { Code = null } : error, Fault.LegacyEnvelope);
        return Fault.Breakage switch
        {
            Breakage.Html => new Reply(Fault.Status ?? 502, "text/html", GatewayPage) { RetryAfter = Fault.RetryAfter },
            Breakage.Empty => new Reply(error.Status, "", "") { RetryAfter = Fault.RetryAfter },
            Breakage.WrongTypes => Reply.Json(api.WrongEnvelope(error), error.Status) with { RetryAfter = Fault.RetryAfter },
            Breakage.Malformed => told with { Content = WithoutComma(told.Content) },
            _ => told,
        };
    }

    private static ApiError? ErrorOf(Fault fault, EmulatedApi api)
    {
        bool isCodeless = fault.Breakage is Breakage.Malformed or Breakage.NoCode or Breakage.WrongTypes or Breakage.Html or Breakage.Empty;
        if (fault.Code is null && fault.Status is null && !isCodeless)
        {
            return null;
        }

        ApiError error = fault is { Code: { } code, Status: null }
            ? api.FindError(code)
            : new ApiError(fault.Code, fault.Status ?? 500, "Asked for by a test");
        return error with { Message = fault.Message ?? error.Message, Extras = fault.Extras, RetryAfter = fault.RetryAfter };
    }

    // The error with one comma less, as a sample of one of the references has it. Where there is none, the last brace goes.
    private static byte[] WithoutComma(byte[] content)
    {
        string body = Encoding.UTF8.GetString(content);
        int comma = body.IndexOf(",\"", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(comma < 0 ? body[..^1] : body.Remove(comma, 1));
    }
}
