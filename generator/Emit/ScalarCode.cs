using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the expression of a scalar as the text that is sent outside JSON.</summary>
internal sealed class ScalarCode(Names names)
{
    public CodeText Text(TypeRef type, CodeText value, bool isOptional) => type.Kind switch
    {
        TypeKind.String => value,
        _ when type.Form is not (ValueForm.Usual or ValueForm.Text) => CodeText.Of($"{names["WireText"]}.{CodeText.Identifier(type.MethodName)}({value})"),
        TypeKind.Enum when type.Element!.Kind == TypeKind.String => isOptional ? CodeText.Of($"{value}?.Value") : CodeText.Of($"{value}.Value"),
        TypeKind.Enum => isOptional ? CodeText.Of($"{names["WireText"]}.Of({value}?.Value)") : CodeText.Of($"{names["WireText"]}.Of({value}.Value)"),
        _ => CodeText.Of($"{names["WireText"]}.Of({value})"),
    };
}
