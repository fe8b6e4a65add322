using System.ComponentModel;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>A member with a default once it was read.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="member">The member so far.</param>
    /// <param name="value">What was read. <see langword="null"/>, which is no value of the member, is taken for absent.</param>
    /// <returns>The member with the value, or as it was.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Defaulted<T> Or<T>(this Defaulted<T> member, T? value)
        where T : class => value is null ? member : new(value, isSet: true);

    /// <inheritdoc cref="Or{T}(Defaulted{T}, T)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Defaulted<T> Or<T>(this Defaulted<T> member, T? value)
        where T : struct => value is null ? member : new(value.GetValueOrDefault(), isSet: true);
}
