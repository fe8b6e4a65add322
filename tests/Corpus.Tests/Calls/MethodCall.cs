using System.Reflection;

namespace Dragoman.Corpus.Tests;

/// <summary>Calls one method, and looks at what it sends and at what it makes of the answers.</summary>
internal sealed class MethodCall(CalledClient client, DeclaredCall call, MethodInfo method)
{
    private readonly object _owner = client.Owner(method);
    private readonly Dictionary<(CallResponse Response, int Status, string? Accept), Answer> _answers = [];
    private readonly string _server = ServerAddress.Of(call, client.BaseAddress, client.IsAddressGiven);

    /// <summary>What does not hold where every declared success is answered.</summary>
    public async Task<IReadOnlyList<string>> SuccessAsync(bool everything)
    {
        CallArguments arguments = new(call, method, everything);
        List<string> problems = [];
        foreach (CallResponse? response in CallResponse.Successes(call.Responses).DefaultIfEmpty(null))
        {
            client.Handler.Requests.Clear();
            client.Handler.Respond = request => response is null ? new Answer(200, null, []) : AnswerTo(request, response, response.Status == 0 ? 200 : response.Status);
            try
            {
                await CallResult.OfAsync(method, _owner, arguments.Values);
            }
            catch (Exception problem)
            {
                problems.Add($"answered {response?.Key}: {Shown(problem)}");
            }

            problems.AddRange(client.Handler.Requests is [{ } request]
                ? RequestCheck.Problems(call, arguments, request, _server)
                : [$"{client.Handler.Requests.Count} requests were sent"]);
        }

        return [.. problems.Distinct()];
    }

    /// <summary>What does not hold where every other declared status is answered: the method throws it, and its twin returns it.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync()
    {
        CallArguments arguments = new(call, method, everything: false);
        IReadOnlyList<CallResponse> successes = CallResponse.Successes(call.Responses);
        List<string> problems = [];
        foreach (CallResponse response in call.Responses.Where(response => !successes.Contains(response)))
        {
            int status = response.Key == "default" ? 500 : response.Status;
            // 1xx are no answers, and a second success of a range is one.
            if (status is >= 300 and < 600 && !successes.Any(success => success.Status == status))
            {
                client.Handler.Respond = request => AnswerTo(request, response, status);
                problems.AddRange(await ThrownAsync(arguments, status));
                problems.AddRange(await ReturnedAsync(arguments, status));
            }
        }

        return problems;
    }

    public static string Shown(Exception problem) => problem is TargetInvocationException { InnerException: { } inner }
        ? Shown(inner)
        : $"{problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}";

    private Answer AnswerTo(CapturedRequest request, CallResponse response, int status)
    {
        (CallResponse, int, string?) key = (response, status, request.Header("Accept"));
        return _answers.TryGetValue(key, out Answer? known) ? known : _answers[key] = Answer.Of(call.Root, response, status, key.Item3);
    }

    private async Task<IEnumerable<string>> ThrownAsync(CallArguments arguments, int status)
    {
        try
        {
            await CallResult.OfAsync(method, _owner, arguments.Values);
            return [$"{status} is not thrown"];
        }
        catch (ApiException problem)
        {
            return problem.Status == status ? [] : [$"{status} is thrown as {problem.Status}: {Shown(problem)}"];
        }
        catch (Exception problem)
        {
            return [$"{status} is thrown as {Shown(problem)}"];
        }
    }

    private async Task<IEnumerable<string>> ReturnedAsync(CallArguments arguments, int status)
    {
        if (client.Twin(method) is not { } twin)
        {
            return [];
        }

        try
        {
            object result = (await CallResult.OfAsync(twin, null, [_owner, .. arguments.Values]))!;
            ApiException? error = (ApiException?)result.GetType().GetProperty(nameof(ApiResult.Error))!.GetValue(result);
            return error?.Status == status ? [] : [$"{status} is returned by {twin.Name} as {error?.Status}"];
        }
        catch (Exception problem)
        {
            return [$"{status} is thrown by {twin.Name}: {Shown(problem)}"];
        }
    }
}
