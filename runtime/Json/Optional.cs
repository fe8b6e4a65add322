using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Dragoman;

/// <summary>
/// A member that may be absent and, apart from that, may be null: a request without it leaves things as they are, one with null
/// clears them. <see langword="default"/> is absent; a value converts by itself.
/// </summary>
/// <typeparam name="T">The member's type, with a question mark.</typeparam>
/// <param name="value">The value, null included.</param>
/// <remarks>C# converts nothing that is an interface: a list or dictionary is given as <c>new(list)</c>.</remarks>
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    /// <summary>Makes a member that reads as a default where it is absent.</summary>
    /// <param name="value">The value, or the default of an absent member.</param>
    /// <param name="hasValue">Whether the member is there.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Optional(T value, bool hasValue)
        : this(value) => HasValue = hasValue;

    /// <summary>Whether the member is there. Null is a value too.</summary>
    public bool HasValue { get; } = true;

    /// <summary>The value, null included. Where the member is absent: the default that the document gives what a response lacks, else that of <typeparamref name="T"/>.</summary>
    [MaybeNull]
    public T Value { get; } = value;

    /// <summary>Makes a member that is there.</summary>
    /// <param name="value">The value, null included.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent, or both are there with equal values.</summary>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is absent where the other is not, or the values differ.</summary>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && (!HasValue || EqualityComparer<T>.Default.Equals(Value, other.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(HasValue, Value) : 0;

    /// <summary>The value as a text.</summary>
    /// <returns>An empty text for null and for what is absent.</returns>
    public override string ToString() => HasValue ? Value?.ToString() ?? "" : "";
}
