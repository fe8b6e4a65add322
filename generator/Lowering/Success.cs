using Dragoman.Generator.Document;
using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Lowering;

/// <summary>A response that means success, with the first and the last status that it stands for.</summary>
internal readonly record struct Success(Response Response, int From, int To)
{
    /// <summary>
    /// The responses to 2xx; where there is none, those to 3xx, which are then what the operation is called for and no errors; else
    /// 'default'. An exact status takes precedence over its range (OpenAPI 3.1, section 4.8.16).
    /// </summary>
    public static IReadOnlyList<Success> Of(Operation operation)
    {
        List<Success> declared = [];
        foreach (Response response in operation.Responses)
        {
            if (StatusKey.TryParse(response.Key, out int from, out int to) && from is >= 200 and < 400)
            {
                declared.Add(new Success(response, from, to));
            }
        }

        bool hasSuccess = declared.Any(success => success.From < 300);
        IEnumerable<Success> successes = declared.Where(success => success.From < 300 == hasSuccess).OrderBy(success => success.To - success.From).ThenBy(success => success.From);
        return declared.Count > 0 ? successes.ToList()
            : operation.Responses.FirstOrDefault(response => response.Key == "default") is { } other ? [new Success(other, 200, 299)]
            : [];
    }
}
