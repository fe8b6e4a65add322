using System.Globalization;

namespace Dragoman;

/// <summary>A length of time in messages.</summary>
internal static class TimeText
{
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        >= 60 and double seconds when seconds % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        double seconds => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s"),
    };
}
