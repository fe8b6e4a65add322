namespace Dragoman;

/// <summary>What becomes of a question that the database does not answer in time.</summary>
public enum UnavailableMode
{
    /// <summary>The answer is yes: calls go on, and nothing keeps the limit meanwhile.</summary>
    Open,

    /// <summary>The answer is no: the limit is kept, and nothing passes meanwhile.</summary>
    Closed,
}
