namespace Dragoman;

/// <summary>The kinds of JSON values (RFC 8259, section 3). Null is none of them: where a value may be null is not what tells unions apart.</summary>
[Flags]
public enum JsonKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>A string.</summary>
    Text = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 4,

    /// <summary>An array.</summary>
    List = 8,

    /// <summary>An object.</summary>
    Object = 16,
}
