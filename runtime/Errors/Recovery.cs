namespace Dragoman;

/// <summary>What a caller can do about a failure, as the error catalog (or, without an entry, the HTTP status) says.</summary>
public enum Recovery
{
    /// <summary>Repeating the request changes nothing: something outside it has to be put right first.</summary>
    None,

    /// <summary>The failure can pass by itself: the same request may succeed later.</summary>
    Retry,

    /// <summary>Another operation shows when it is worth asking again.</summary>
    Poll,

    /// <summary>Another resource must finish or be freed first; no time is promised.</summary>
    Wait,

    /// <summary>Only a different request can succeed.</summary>
    ChangeRequest,

    /// <summary>Nothing needs to be done: what was wanted is so already, or no longer matters.</summary>
    Nothing,

    /// <summary>A new token or sign-in is needed.</summary>
    Authenticate,

    /// <summary>A new session has to be created.</summary>
    NewSession,

    /// <summary>A new connection has to be made.</summary>
    Reconnect,

    /// <summary>Another operation has to be called first.</summary>
    Prepare,

    /// <summary>It is a notice, not an error: what was begun goes on.</summary>
    Advisory,
}
