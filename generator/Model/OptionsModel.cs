namespace Dragoman.Generator.Model;

/// <summary>What the options of a client are made from: apart from its texts, so that a change of those does not re-emit the options.</summary>
internal sealed record OptionsModel(string? BaseAddress, ServerModel? Server, EquatableArray<CredentialModel> Credentials, EquatableArray<string> OperationIds)
{
    public static OptionsModel Of(ApiModel model) => new(
        model.Client.BaseAddress,
        model.Client.Server,
        model.Client.Credentials,
        model.Groups.SelectMany(group => group.Operations).Select(operation => operation.Id).ToEquatableArray());
}
