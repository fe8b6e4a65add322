using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes what the cases of a union look like, for the runtime to tell them apart.</summary>
internal sealed class CaseCode(UnionModel union, Names names)
{
    public CodeText Cases() => CodeText.Of($$"""
        internal static {{names["JsonCases"]}} Cases { get; } = new(
            {{CodeText.Lines(union.Cases.Select((item, index) => CodeText.Of($"{Shape(item.Shape!)}{(index < union.Cases.Count - 1 ? CodeText.Of($",") : CodeText.Of($");"))}")))}}
        """);

    private CodeText Shape(CaseShapeModel shape)
    {
        CodeText type = names["JsonCase"];
        return shape.Form switch
        {
            CaseForm.Texts => CodeText.Of($"{type}.Texts({Texts(shape.Values)})"),
            CaseForm.Formatted => CodeText.Of($"{type}.TextOf({names["JsonTextForm"]}.{CodeText.Identifier(shape.Type!.MethodName)})"),
            CaseForm.List => CodeText.Of($"{type}.List({(shape.Item is { } item ? Shape(item) : CodeText.Empty)})"),
            CaseForm.Union => CodeText.Of($"{type}.Union(static () => {names.Of(shape.Type!)}.Cases{Initialized(shape.Type!)})"),
            CaseForm.Object => Object(shape),
            _ => CodeText.Of($"{type}.{CodeText.Identifier(shape.Form.ToString())}"),
        };
    }

    /// <summary>The compiler does not see that a union asks for its own cases only once it has them.</summary>
    private CodeText Initialized(TypeRef type) => type.Name == union.Name ? CodeText.Of($"!") : CodeText.Empty;

    private CodeText Object(CaseShapeModel shape)
    {
        CodeText required = Texts(shape.Members.Where(member => member.IsRequired).Select(member => member.WireName));
        CodeText optional = Texts(shape.Members.Where(member => !member.IsRequired).Select(member => member.WireName));
        CodeText code = CodeText.Of($"{names["JsonCase"]}.Object([{required}], [{optional}])");
        foreach (CaseMemberModel member in shape.Members.Where(member => member.Values.Count > 0))
        {
            code = CodeText.Of($"{code}.With({CodeText.Literal(member.WireName)}, {Texts(member.Values)})");
        }

        foreach (CaseMemberModel member in shape.Members.Where(member => member.Values.Count == 0 && member.Kind.Length > 0))
        {
            code = CodeText.Of($"{code}.With({CodeText.Literal(member.WireName)}, {names["JsonKinds"]}.{CodeText.Identifier(member.Kind)})");
        }

        return shape.KeepsOthers ? CodeText.Of($"{code}.AndOthers()") : code;
    }

    private static CodeText Texts(IEnumerable<string> texts) => CodeText.List(texts.Select(CodeText.Literal));
}
