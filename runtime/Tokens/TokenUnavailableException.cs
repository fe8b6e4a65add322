namespace Dragoman;

/// <summary>Carries the failure to get a token past the policies, which must neither repeat nor change it: it is another call's, and others may wait for it too.</summary>
internal sealed class TokenUnavailableException(Exception cause) : Exception(cause.Message, cause);
