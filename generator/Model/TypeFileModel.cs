namespace Dragoman.Generator.Model;

/// <summary>The types of one file: one, and behind it those whose schemas are written within its own.</summary>
/// <param name="Types">At least one; the file is called after the first.</param>
internal sealed record TypeFileModel(EquatableArray<TypeModel> Types)
{
    /// <summary>The type that the others are within.</summary>
    public TypeModel Outer => Types[0];
}
