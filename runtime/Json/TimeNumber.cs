using System.Text.Json;

namespace Dragoman;

/// <summary>Times and lengths of time that are numbers of a unit, exact to the tick of 100 ns.</summary>
internal static class TimeNumber
{
    /// <summary>The ticks that a number of units is; what is below one tick is dropped.</summary>
    /// <exception cref="JsonException">The value is not a number, or more ticks than a 64-bit integer holds.</exception>
    public static long Read(ref Utf8JsonReader reader, long ticksPerUnit, string expected)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonFailure.WrongKind(expected, reader.TokenType);
        }

        // The bound is checked before the product, which could leave the range of decimals.
        return reader.TryGetDecimal(out decimal number) && Math.Abs(number) <= long.MaxValue / ticksPerUnit
            ? (long)decimal.Truncate(number * ticksPerUnit)
            : throw JsonFailure.WrongForm(expected, reader.TokenType);
    }

    /// <summary>The ticks since 1970 in UTC.</summary>
    public static long OfInstant(DateTimeOffset value) => value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

    /// <summary>Every digit, and after a division no zero at the end.</summary>
    public static decimal Units(long ticks, long ticksPerUnit) => (decimal)ticks / ticksPerUnit;
}
