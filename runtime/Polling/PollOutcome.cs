namespace Dragoman;

/// <summary>What one look at a job's state says.</summary>
public readonly struct PollOutcome
{
    private PollOutcome(PollState state, ErrorDefinition? definition, string? message)
    {
        State = state;
        Definition = definition;
        Message = message;
    }

    /// <summary>Not decided yet: look again. The default value.</summary>
    public static PollOutcome Pending { get; }

    /// <summary>The job succeeded.</summary>
    public static PollOutcome Succeeded { get; } = new(PollState.Succeeded, null, null);

    internal PollState State { get; }

    internal ErrorDefinition? Definition { get; }

    internal string? Message { get; }

    /// <summary>The job failed.</summary>
    /// <param name="definition">The catalog's entry for the failure; its exception is thrown.</param>
    /// <param name="message">The service's message, or <see langword="null"/> to use the entry's.</param>
    public static PollOutcome Failed(ErrorDefinition definition, string? message = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(PollState.Failed, definition, message);
    }
}
