namespace Dragoman.Samples.Emulator;

/// <summary>What is wrong with an answer beside the failure it tells.</summary>
public enum Breakage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection is reset before any answer.</summary>
    Reset,

    /// <summary>The connection is closed in the middle of the body.</summary>
    CutBody,

    /// <summary>Nothing more is sent, and the connection stays open.</summary>
    Silence,

    /// <summary>The answer is complete, but its body is the first half of what it should be.</summary>
    TruncatedBody,

    /// <summary>A comma is missing in the error body, so that it is not JSON.</summary>
    Malformed,

    /// <summary>The error body has no code.</summary>
    NoCode,

    /// <summary>The error body is JSON whose members have types they never have.</summary>
    WrongTypes,

    /// <summary>The page of a gateway, in HTML. Its status is 502 unless another one is asked for.</summary>
    Html,

    /// <summary>A status and no body. The status is 500 unless another one is asked for.</summary>
    Empty,
}
