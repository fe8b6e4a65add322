namespace Dragoman.Generator.Model;

/// <summary>What the document allows of a value beyond its type, as far as it is checked before it is sent.</summary>
internal sealed record ConstraintsModel
{
    public static ConstraintsModel None { get; } = new();

    /// <summary>The fewest characters of a text.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters of a text; null where there is no bound.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that is found in a text; empty where there is none.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The least number; null where there is no bound.</summary>
    public NumberModel? Minimum { get; init; }

    /// <summary>The greatest number; null where there is no bound.</summary>
    public NumberModel? Maximum { get; init; }

    /// <summary>True where <see cref="Minimum"/> itself is not allowed.</summary>
    public bool IsMinimumExclusive { get; init; }

    /// <summary>True where <see cref="Maximum"/> itself is not allowed.</summary>
    public bool IsMaximumExclusive { get; init; }

    public NumberModel? MultipleOf { get; init; }

    /// <summary>The fewest items of a list, or members of a map.</summary>
    public int MinItems { get; init; }

    /// <summary>The most items; null where there is no bound.</summary>
    public int? MaxItems { get; init; }

    public bool HasUniqueItems { get; init; }

    /// <summary>The class that checks the value's own members; empty where none have constraints.</summary>
    public string ChecksName { get; init; } = "";

    /// <summary>What holds for each item of a list, or each value of a map; null where nothing does.</summary>
    public ConstraintsModel? Element { get; init; }

    public bool IsNone => Equals(None);
}

/// <summary>A decimal number of a document: <see cref="Unscaled"/> divided by <see cref="Divisor"/>, a power of ten.</summary>
internal sealed record NumberModel(long Unscaled, long Divisor);
