using System.Globalization;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>The 37 ids of the error page of version 0. It names no statuses but one: those here are assumed.</summary>
internal static class InterhumanErrors
{
    private static readonly Dictionary<string, ApiError> s_byId = new (int Number, int Status, string Message)[]
    {
        (1001, 500, "The service failed"),
        (1002, 503, "The service is not available at the moment"),
        (2001, 400, "A scope is not known"),
        (2002, 400, "The list of scopes is empty"),
        (2003, 400, "scopes is missing"),
        (2004, 400, "key_id is missing"),
        (2005, 400, "key_secret is missing"),
        (2006, 401, "The key pair is not valid"),
        (2007, 403, "The key does not have this scope"),
        (2008, 401, "There is no token"),
        (2009, 401, "The token has expired"),
        (2010, 401, "The token is not valid"),
        (2011, 403, "The token does not have the scope"),
        (3001, 429, "Too many requests in a minute"),
        (3002, 429, "Too many requests at once"),
        (3003, 429, "The quota of this period is used up"),
        (3004, 429, "The quota of this day is used up"),
        (3005, 402, "The subscription is not active"),
        (4001, 400, "There is no part named file"),
        (4002, 400, "This type of file is not supported"),
        (4003, 413, "The file is too large"),
        (4004, 400, "The video is too long"),
        (4005, 400, "A parameter is out of its range"),
        (4006, 400, "This is not JSON"),
        (5001, 422, "The video is empty"),
        (5002, 422, "The video is corrupt"),
        (5003, 422, "The codec is not supported"),
        (5004, 422, "The segment is malformed"),
        (5005, 422, "The segment is too large"),
        (5006, 422, "The segment is too small"),
        (5007, 422, "The content was rejected"),
        (6001, 400, "The message does not fit the protocol"),
        (6002, 400, "The message is too large"),
        (6003, 400, "The session was idle for too long"),
        (6004, 400, "The session has lasted too long"),
        (6005, 400, "The server is going away"),
        (6006, 400, "The server will go away soon"),
    }.Select(row => new ApiError(string.Create(CultureInfo.InvariantCulture, $"ih{row.Number}"), row.Status, row.Message))
        .ToDictionary(error => error.Code!, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The id is not one of the 37.</exception>
    public static ApiError Get(string id) => s_byId.TryGetValue(id, out ApiError? error)
        ? error
        : throw new ArgumentException($"'{id}' is not on the error page; say its message and status too.", nameof(id));

    public static RefusedException Refused(string id) => new(Get(id));

    public static RefusedException Refused(string id, string message) => new(Get(id) with { Message = message });
}
