namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>What one code must become in the client.</summary>
/// <param name="Code">The code.</param>
/// <param name="Operation">An operation that may raise it.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Type">The exception of the code.</param>
/// <param name="Family">The exception of the status, which that of the code derives from.</param>
/// <param name="Recovery">What a caller can do about it.</param>
/// <param name="Waits">The waits before each retry in milliseconds, with a jitter of 1; the requests are one more.</param>
internal sealed record CodeCase(string Code, string Operation, int Status, Type Type, Type Family, Recovery Recovery, params int[] Waits)
{
    public int Requests => Waits.Length + 1;
}
