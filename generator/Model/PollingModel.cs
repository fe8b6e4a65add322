namespace Dragoman.Generator.Model;

/// <summary>An operation asked again and again until a state is final (the <c>x-polling</c> extension).</summary>
/// <param name="Name">The method without its <c>Async</c>.</param>
/// <param name="ResultPath">The C# members from the answer to what is returned.</param>
/// <param name="State">From what is returned to the member that decides.</param>
/// <param name="Interval">Between two questions, in milliseconds.</param>
/// <param name="Timeout">For the whole wait, in milliseconds.</param>
/// <param name="AttemptTimeout">For each try of a question, in milliseconds; null where the client's own limit holds.</param>
internal sealed record PollingModel(
    string Name,
    TypeRef ResultType,
    EquatableArray<string> ResultPath,
    MemberPath State,
    long Interval,
    long Timeout,
    long? AttemptTimeout,
    EquatableArray<string> Success,
    EquatableArray<PollingFailure> Failures);

/// <summary>A chain of members; <see cref="IsEnum"/> where the last one is an open enum, whose value decides.</summary>
internal sealed record MemberPath(EquatableArray<MemberStep> Steps, bool IsEnum);

/// <param name="IsOptional">True where the member may be null.</param>
internal sealed record MemberStep(string Name, bool IsOptional);

/// <summary>A final state that is a failure.</summary>
/// <param name="Code">The code of the catalog.</param>
/// <param name="ErrorProperty">The property of the errors table.</param>
/// <param name="Message">Where the answer explains the failure; null where it does not.</param>
internal sealed record PollingFailure(string State, string Code, string ErrorProperty, string ExceptionName, MemberPath? Message);
