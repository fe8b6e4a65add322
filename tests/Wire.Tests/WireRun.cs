using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Wire.Tests;

/// <summary>Makes one call with a generated client and compares what came back with what the server meant to answer.</summary>
internal static class WireRun
{
    /// <summary>Why the call failed; null where it passed.</summary>
    /// <param name="first">The first call of the scenario. Where the document knows nothing of a later one, that is a link which the first was answered with.</param>
    public static async Task<string?> ProblemAsync(WireClient client, WireCall call, WireCall first, Uri server)
    {
        WireMatch? own = client.Document.Match(call);
        if ((own ?? (call.Method == first.Method ? client.Document.Match(first) : null)) is not { } match)
        {
            return "the document has no operation for it";
        }

        if (client.Method(match.Operation) is not { } method)
        {
            return "the client has no method for it";
        }

        try
        {
            ResponseHeaders headers = ResponseHeaders.Empty;
            RequestOptions options = new() { Link = own is null ? new(server, call.Path) : null, OnCompleted = summary => headers = summary.Headers };
            object owner = client.Create(server, match, call, method.DeclaringType!);
            object? result = await ResultAsync(method, owner, WireArguments.For(method, match, call, options));
            return await AnswerProblemAsync(ClientValue.BodyOf(result), call.Answer) ?? HeaderProblem(client, match.Operation, call.Answer, headers);
        }
        catch (ApiException failure) when (failure.Status == call.Answer.Status)
        {
            return null;
        }
        catch (TargetInvocationException failure)
        {
            return Shown(failure.InnerException!);
        }
        catch (Exception failure)
        {
            return Shown(failure);
        }
    }

    private static string Shown(Exception failure) => $"{failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}";

    /// <summary>What a method returns, in the end; null where it returns nothing.</summary>
    private static async Task<object?> ResultAsync(MethodInfo method, object owner, object?[] arguments)
    {
        object? returned = method.Invoke(owner, arguments);
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return method.ReturnType.IsGenericType ? method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }

    private static async Task<string?> AnswerProblemAsync(object? result, WireAnswer answer)
    {
        if (answer.Status >= 400)
        {
            return $"no exception came, but status {answer.Status} was expected";
        }

        switch (result, answer.Body)
        {
            case (null, null):
                return null;
            case (null, { } body):
                return body.Text == "null" ? null : "the answer's body is not returned";
            case (FileDownload download, { } body):
                await using (download)
                {
                    using MemoryStream bytes = new();
                    await download.Stream.CopyToAsync(bytes);
                    return download.ContentType?.Split(';')[0] != body.ContentType ? $"the file's type is '{download.ContentType}'" : BytesProblem(bytes.ToArray(), body);
                }

            case (string text, { IsJson: false } body):
                return BytesProblem(Encoding.Latin1.GetBytes(text), body);
            case (_, { ContentType: "application/jsonl" } body):
                return Difference(ClientValue.Write(await ClientValue.ItemsAsync(result), null), new JsonArray([.. body.Lines.Select(line => line?.DeepClone())]));
            case (_, { } body):
                JsonNode? sent = JsonNode.Parse(body.Text);
                return Difference(ClientValue.Write(result, sent), sent);
            default:
                return $"the client returned a {result.GetType().Name}, but no body came";
        }
    }

    /// <summary>The headers come as they were sent, and those that the document declares have a method that reads them.</summary>
    private static string? HeaderProblem(WireClient client, WireOperation operation, WireAnswer answer, ResponseHeaders received)
    {
        foreach ((string name, JsonNode? value) in answer.Headers)
        {
            if (received[name] != value!.ToString())
            {
                return $"the header '{name}' is '{received[name]}'";
            }

            if (operation.ResponseHeaders.Contains(name) && client.ReadHeader(received, name) is null)
            {
                return $"the client does not read the header '{name}'";
            }
        }

        return null;
    }

    private static string? BytesProblem(byte[] bytes, WireBody body) =>
        // What the server makes while it runs stands in the list as a function.
        body.Text == "[fn]" || bytes.AsSpan().SequenceEqual(body.Bytes) ? null : $"{bytes.Length} bytes came that are not the {body.Bytes.Length} of the list";

    private static string? Difference(JsonNode? read, JsonNode? sent) =>
        JsonComparison.AreSame(read, sent) ? null : $"read {read?.ToJsonString() ?? "null"} where {sent?.ToJsonString() ?? "null"} was sent";
}
