using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the file of a type and of those within it.</summary>
internal static class TypeFileEmitter
{
    public static EmittedFile Emit(FileModel file, TypeFileModel types)
    {
        Names names = new(file);
        CodeText body = CodeText.Paragraphs(types.Types.Select(type => Code(type, names)).ToList());
        CompilerWarnings warnings = types.Types.OfType<RecordModel>().Aggregate(CompilerWarnings.None, (all, record) => all | RecordEmitter.Warnings(record));
        return SourceFileEmitter.Emit(file, types.Outer.Name, file.Origin(types.Outer.Pointer), body, names, warnings);
    }

    private static CodeText Code(TypeModel type, Names names) => type switch
    {
        RecordModel record => new RecordEmitter(record, names).Code(),
        UnionModel union => new UnionEmitter(union, names).Code(),
        EnumModel item => new EnumEmitter(item, names).Code(),
        EventsModel events => new EventsEmitter(events, names).Code(),
        _ => throw new ArgumentException($"{type.GetType().Name} has no emitter.", nameof(type)),
    };
}
