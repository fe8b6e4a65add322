namespace Dragoman.Generator.Model;

/// <summary>An enumeration that stays open: values newer than the document are kept.</summary>
/// <param name="ValueType">The type of the values: a string, an integer or a number.</param>
internal sealed record EnumModel(string Name, string Pointer, string Description, bool IsDeprecated, TypeRef ValueType, EquatableArray<EnumValueModel> Values)
    : TypeModel(Name, Pointer, Description, IsDeprecated);

/// <summary>A value that the document knows.</summary>
/// <param name="Text">The value: the text itself, or the digits of a number.</param>
internal sealed record EnumValueModel(string Name, string Text)
{
    /// <summary>What the document says of the value; empty where it is silent.</summary>
    public string Description { get; init; } = "";
}
