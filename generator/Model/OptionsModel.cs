namespace Dragoman.Generator.Model;

/// <summary>What the options of a client are made from: apart from its texts, so that a change of those does not re-emit the options.</summary>
internal sealed record OptionsModel(string? BaseAddress, ServerModel? Server, EquatableArray<CredentialModel> Credentials)
{
    public static OptionsModel Of(ClientModel client) => new(client.BaseAddress, client.Server, client.Credentials);
}
