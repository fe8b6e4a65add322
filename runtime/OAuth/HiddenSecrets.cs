namespace Dragoman;

/// <summary>Secrets that a request's body holds: nothing is authenticated with them, but no exception may show them.</summary>
internal sealed class HiddenSecrets(IReadOnlyList<string> secrets) : ApiCredential("")
{
    internal override bool IsSet => false;

    internal override IEnumerable<string> Secrets => secrets;

    internal override void Apply(RequestDraft request)
    {
    }
}
