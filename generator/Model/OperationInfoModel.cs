namespace Dragoman.Generator.Model;

/// <summary>What the operations table says of an operation: apart from its method, so that a change of texts does not re-emit the table.</summary>
internal sealed record OperationInfoModel(string Id, string Method, string Path, string DescriptorName, EquatableArray<EquatableArray<string>> Security, EquatableArray<string> Secrets, EquatableArray<string> Errors)
{
    /// <summary>True where a redirect is a success.</summary>
    public bool AnswersWithRedirects { get; init; }

    /// <summary>True where the service keeps a request waiting until it has something to say.</summary>
    public bool IsLongPoll { get; init; }

    /// <summary>The address of its own server; empty where it is that of the document.</summary>
    public string Server { get; init; } = "";

    /// <summary>The address of the document's server, of an operation that has another.</summary>
    public string UsualServer { get; init; } = "";

    public static EquatableArray<OperationInfoModel> All(ApiModel model) => model.Groups
        .SelectMany(group => group.Operations)
        .Select(operation => new OperationInfoModel(
            operation.Id,
            operation.Method,
            operation.Path,
            operation.DescriptorName,
            operation.Security,
            operation.Secrets,
            operation.Errors.Select(error => error.PropertyName).Where(name => name.Length > 0).ToEquatableArray())
        {
            Server = operation.Server,
            AnswersWithRedirects = operation.Result.Successes.Any(success => success.From >= 300),
            IsLongPoll = operation.IsLongPoll,
            UsualServer = operation.Server.Length == 0 ? "" : model.Client.BaseAddress!,
        })
        .ToEquatableArray();
}
