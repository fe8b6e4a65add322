using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>A type where it is used. No type at all means that the schema could not be read, which has been reported.</summary>
internal readonly record struct TypeUse(TypeRef? Type, bool IsNullable)
{
    public static TypeUse Unreadable => default;

    /// <summary>Any JSON, kept as it is.</summary>
    public static TypeUse Json { get; } = new(new TypeRef(TypeKind.Json), IsNullable: false);

    public TypeUse OrNull(bool isNullable) => new(Type, IsNullable || isNullable);
}
