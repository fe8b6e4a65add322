using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>Compares the body of a request with what was given and with its schema.</summary>
internal static class BodyCheck
{
    public static IEnumerable<string> Problems(DeclaredCall call, CallArguments arguments, CapturedRequest request)
    {
        if (arguments.GivenBody is not { } given)
        {
            return request.Body.Length > 0 ? [$"a body was sent that was not given: {Encoding.UTF8.GetString(request.Body)}"] : [];
        }

        string type = request.Header("Content-Type") ?? "";
        if (call.Body!.Contents.FirstOrDefault(content => content.Allows(type)) is not { } content)
        {
            return [$"the document has no content of the type '{type}'"];
        }

        return CallContent.EssenceOf(type) switch
        {
            "application/x-www-form-urlencoded" when given.Argument is not FileUpload => PairCheck.Differences("form", PairCheck.OfForm(content.Encoding, given.Value), CapturedRequest.Pairs(Encoding.UTF8.GetString(request.Body))),
            var essence when essence.StartsWith("multipart/", StringComparison.Ordinal) && given.Argument is not FileUpload => PartCheck.Problems(call.Root, content, given.Value, type, request.Body),
            var essence when given.Argument is FileUpload || !CallContent.IsJson(essence) => Text(given, Encoding.UTF8.GetString(request.Body)),
            _ => Json(call, content, given.Value, request.Body),
        };
    }

    private static IEnumerable<string> Json(DeclaredCall call, CallContent content, JsonNode? value, byte[] body)
    {
        JsonNode? sent;
        try
        {
            sent = JsonNode.Parse(body);
        }
        catch (JsonException problem)
        {
            return [$"the body is no JSON: {problem.Message}"];
        }

        // What is read-only is not sent (OpenAPI 3.1, section 4.8.24; JSON Schema Validation, section 9.4), required or not.
        string? difference = JsonDifference.Between(SchemaSet.WithoutReadOnly(call.Root, SchemaSet.Of(call.Root, content.Schema), value), sent);
        return difference is null ? [] : [$"the body: {difference}"];
    }

    private static IEnumerable<string> Text(GivenBody given, string sent)
    {
        if (given.Content.ItemSchema is not null && given.Value is JsonArray items)
        {
            string[] lines = [.. sent.Split('\n', '\u001e').Where(line => line.Length > 0)];
            return lines.Length == items.Count && items.Zip(lines).All(pair => JsonDifference.Between(pair.First, JsonNode.Parse(pair.Second)) is null) ? [] : [$"the lines are {sent}"];
        }

        string expected = SentText.Scalar(given.Value);
        return TextFormat.MeanTheSame(sent, expected) ? [] : [$"the body is '{sent}' instead of '{expected}'"];
    }
}
