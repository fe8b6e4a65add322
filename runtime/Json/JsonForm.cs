namespace Dragoman;

/// <summary>The forms of values, in the order in which cases of one kind are looked at.</summary>
internal enum JsonForm
{
    Constant,
    Formatted,
    Text,
    Boolean,
    Integer,
    Number,
    List,
    Object,
    Union,
}
