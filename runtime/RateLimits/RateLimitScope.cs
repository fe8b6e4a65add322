namespace Dragoman;

/// <summary>By what a service counts the calls of a limit.</summary>
public enum RateLimitScope
{
    /// <summary>By the credential that is sent.</summary>
    Credential,

    /// <summary>By the address that calls come from. All clients of the process share the limit.</summary>
    Address,

    /// <summary>By the account that the credential belongs to. Clients with one credential share the limit; that two credentials are of one account is not known.</summary>
    Account,
}
