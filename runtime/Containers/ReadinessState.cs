namespace Dragoman;

/// <summary>What a service said when it was asked whether it can take work.</summary>
public enum ReadinessState
{
    /// <summary>It can take work.</summary>
    Ready,

    /// <summary>It runs, but cannot take work yet, or no more of it.</summary>
    NotReady,

    /// <summary>The connection was refused: nothing listens at its address, because it has not started or has ended.</summary>
    Refused,

    /// <summary>No answer came: the connection broke off or could not be made, or the time for an answer passed.</summary>
    Unreachable,
}
