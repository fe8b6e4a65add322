using System.ComponentModel;

namespace Dragoman;

/// <summary>
/// What a member with a default holds in a record: it reads as the default until it is set, and only what was set, by the document
/// that was read or by the program, is written.
/// </summary>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="value">The value, or the default.</param>
/// <param name="isSet"><see langword="true"/> for a value, <see langword="false"/> for the default.</param>
/// <remarks>Two are equal where they read alike, so that records are equal whose properties are.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Defaulted<T>(T value, bool isSet = false) : IEquatable<Defaulted<T>>
{
    /// <summary>The value; the default where none was set.</summary>
    public T Value { get; } = value;

    /// <summary>Whether a value was set. It may be equal to the default.</summary>
    public bool IsSet { get; } = isSet;

    /// <summary>Whether both read alike.</summary>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    public static bool operator ==(Defaulted<T> left, Defaulted<T> right) => left.Equals(right);

    /// <summary>Whether they read differently.</summary>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    public static bool operator !=(Defaulted<T> left, Defaulted<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Defaulted<T> other) => EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Defaulted<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is { } known ? EqualityComparer<T>.Default.GetHashCode(known) : 0;

    /// <summary>The value as a text.</summary>
    /// <returns>An empty text for null.</returns>
    public override string ToString() => Value?.ToString() ?? "";
}
