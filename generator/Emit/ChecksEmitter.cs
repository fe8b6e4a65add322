using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the class that checks values of a record or union before they are sent.</summary>
internal static class ChecksEmitter
{
    public static EmittedFile Emit(FileModel file, ChecksModel model)
    {
        Names names = new(file);
        CheckCode code = new(names);
        CodeText type = CodeText.Identifier(model.TypeName);
        CodeText path = CodeText.Of($"path");
        IEnumerable<CodeText> statements = (model.Derived.Count == 0 ? [] : new[] { Dispatch(model, path) })
            .Concat(model.Members.SelectMany(member => Statements(member, code, path)))
            .Concat(model.Cases.Count == 0 ? [] : [Switch(model, code, path)]);
        CodeText body = CodeText.Of($$"""
            /// <summary>Checks what the document allows of a <see cref="{{type}}"/>.</summary>
            internal static class {{CodeText.Identifier(model.Name)}}
            {
                internal static void Check({{type}}? value, string path)
                {
                    if (value is null)
                    {
                        return;
                    }

                    {{CodeText.Statements(statements)}}
                }
            }
            """);
        return SourceFileEmitter.Emit(file, model.Name, file.Document, body, names, CompilerWarnings.Deprecated);
    }

    private static IEnumerable<CodeText> Statements(CheckedMemberModel member, CheckCode code, CodeText path)
    {
        CodeText value = Value(member);
        IEnumerable<CodeText> statements = code.Statements(member.Type, member.Constraints, value, path, member.WireName);
        return member.Default is not { } literal ? statements :
        [
            CodeText.Of($$"""
                if ({{value}} is not {{LiteralCode.Of(literal)}})
                {
                    {{CodeText.Lines(statements)}}
                }
                """),
        ];
    }

    private static CodeText Value(CheckedMemberModel member) => CodeText.Of($"value.{CodeText.Identifier(member.Name)}{(member.IsPresenceKept ? CodeText.Of($".Value") : CodeText.Empty)}");

    /// <summary>What derives from a record is checked with all of its members.</summary>
    private static CodeText Dispatch(ChecksModel model, CodeText path) => CodeText.Of($$"""
        switch (value)
        {
            {{CodeText.Lines(model.Derived.Select(derived => CodeText.Of($"case {CodeText.Identifier(derived.TypeName)} item: {CodeText.Identifier(derived.Name)}.Check(item, {path}); return;")))}}
        }
        """);

    private static CodeText Switch(ChecksModel model, CheckCode code, CodeText path) => CodeText.Of($$"""
        switch (value)
        {
            {{CodeText.Lines(model.Cases.Select(item => Case(model, item, code, path)))}}
        }
        """);

    private static CodeText Case(ChecksModel model, CheckedCaseModel item, CheckCode code, CodeText path) => CodeText.Of($"""
        case {CodeText.Identifier(model.TypeName)}.{CodeText.Identifier(item.Name)} item:
            {CodeText.Lines(code.Statements(item.Type, item.Constraints, CodeText.Of($"item.Value"), path, ""))}
            break;
        """);
}
