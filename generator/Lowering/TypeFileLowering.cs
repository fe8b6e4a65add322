using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Puts types that are written within another one into its file: they are read together, and have one head.</summary>
internal static class TypeFileLowering
{
    /// <summary>The files, and in each the types behind the first, in the order of their names: another order in the document changes none.</summary>
    /// <param name="types">Of several types that are written at one place, such as the alternatives of a list of types, the first one holds the others.</param>
    public static IEnumerable<TypeFileModel> Lower(IReadOnlyCollection<TypeModel> types)
    {
        // What stands at several places would change the file of the first one, and is looked for in none.
        ILookup<bool, TypeModel> shared = types.ToLookup(type => type is UnionModel { IsShared: true });
        HashSet<string> places = new(shared[false].Select(type => type.Pointer), StringComparer.Ordinal);
        return shared[false]
            .GroupBy(type => Outermost(type.Pointer, places), StringComparer.Ordinal)
            .Select(file => File(file.First(type => type.Pointer == file.Key), file))
            .Concat(shared[true].Select(type => File(type, [type])))
            .OrderBy(file => file.Outer.Name, StringComparer.Ordinal);
    }

    private static TypeFileModel File(TypeModel outer, IEnumerable<TypeModel> types)
    {
        IReadOnlyList<TypeModel> inner = types.Where(type => type.Name != outer.Name).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();

        // A schema within a member is its type's too; what it says is read at the member.
        HashSet<(string Type, string Description)> said = new(inner.Prepend(outer).OfType<RecordModel>().SelectMany(record => record.Members).Select(member => (member.Type.Name, member.Description)));
        return new(new EquatableArray<TypeModel>([outer, .. inner.Select(type => said.Contains((type.Name, type.Description)) ? type with { Description = "" } : type)]));
    }

    /// <summary>The shortest pointer of a type that leads to this one.</summary>
    private static string Outermost(string pointer, HashSet<string> places)
    {
        string outermost = pointer;
        for (int end = pointer.LastIndexOf('/'); end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            string outer = pointer.Substring(0, end);
            outermost = places.Contains(outer) ? outer : outermost;
        }

        return outermost;
    }
}
