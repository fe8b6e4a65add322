using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the class beside a record that sends it as a form.</summary>
internal sealed class FormCode(RecordModel record, Names names)
{
    private readonly JsonCode _json = new(names);
    private readonly ScalarCode _scalars = new(names);

    public CodeText Class() => CodeText.Of($$"""
        /// <summary>Writes <see cref="{{CodeText.Identifier(record.Name)}}"/> as a form.</summary>
        [{{names["EditorBrowsable"]}}({{names["EditorBrowsableState"]}}.Never)]
        internal static class {{CodeText.Identifier(record.FormName)}}
        {
            internal static void Write({{names["MultipartForm"]}} form, {{CodeText.Identifier(record.Name)}} value)
            {
                {{CodeText.Statements([.. record.Members.Where(member => !member.IsReadOnly).Select(Member), Additional()])}}
            }
        }
        """);

    /// <summary>The arguments behind a file in a call that sends it: what is not as usual.</summary>
    public static CodeText FileArguments(string contentType, FileLimits limits)
    {
        CodeText type = contentType is "" or "application/octet-stream" ? CodeText.Empty : CodeText.Of($", {CodeText.Literal(contentType)}");
        CodeText least = limits.MinLength == 0 ? CodeText.Empty : CodeText.Of($", minLength: {CodeText.Number(limits.MinLength)}");
        CodeText most = limits.MaxLength is { } number ? CodeText.Of($", maxLength: {CodeText.Number(number)}") : CodeText.Empty;
        return CodeText.Of($"{type}{least}{most}");
    }

    private CodeText Member(MemberModel member)
    {
        PartModel part = member.Part!;
        CodeText field = CodeText.Literal(member.WireName);
        CodeText value = CodeText.Of($"value.{CodeText.Identifier(member.Name)}");
        if (member.Type.Kind == TypeKind.List && !part.IsWhole)
        {
            CodeText none = member.IsOptional ? CodeText.Of($" ?? []") : CodeText.Empty;
            return CodeText.Of($$"""
                foreach ({{names.Of(member.Type.Element!, member.Type.IsElementNullable)}} item in {{value}}{{none}})
                {
                    {{Part(part, field, member.Type.Element!, member.Type.IsElementNullable, CodeText.Of($"item"))}}
                }
                """);
        }

        if (part.Form == PartForm.Text || !member.IsOptional || (member.IsRequired && member.Type.Kind == TypeKind.Json))
        {
            return Part(part, field, member.Type, member.IsOptional, value);
        }

        CodeText present = CodeText.Identifier(member.Variable);
        return CodeText.Of($$"""
            if ({{value}} is { } {{present}})
            {
                {{Part(part, field, member.Type, isNullable: false, present)}}
            }
            """);
    }

    private CodeText Additional() => record.Additional is not { } additional || record.AdditionalPart is not { } part ? CodeText.Empty : CodeText.Of($$"""
        if (value.AdditionalProperties is { } additional)
        {
            foreach ((string name, {{names.Of(additional, record.IsAdditionalNullable)}} item) in additional)
            {
                {{Part(part, CodeText.Of($"name"), additional, record.IsAdditionalNullable, CodeText.Of($"item"))}}
            }
        }
        """);

    private CodeText Part(PartModel part, CodeText field, TypeRef type, bool isNullable, CodeText value)
    {
        CodeText contentType = part.ContentType.Length == 0 ? CodeText.Empty : CodeText.Of($", {CodeText.Literal(part.ContentType)}");
        CodeText headers = Headers(part);
        return part.Form switch
        {
            PartForm.File => CodeText.Of($"form.File({field}, {value}{FileArguments(part.ContentType, part.Limits)}{headers});"),
            PartForm.Text => CodeText.Of($"form.Text({field}, {_scalars.Text(type, value, isNullable)}{contentType}{headers});"),
            PartForm.Value => CodeText.Of($"form.Value({field}, {value}, {_json.Writer(type, isNullable, asRequest: true)}{headers});"),
            _ => CodeText.Of($"form.Json({field}, {value}, {_json.Writer(type, isNullable, asRequest: true)}{contentType}{headers});"),
        };
    }

    private CodeText Headers(PartModel part) => part.Headers.Count == 0 ? CodeText.Empty
        : CodeText.Of($$""", headers: new {{names["Dictionary"]}}<string, string> { {{CodeText.List(part.Headers.Select(header => CodeText.Of($"[{CodeText.Literal(header.Name)}] = {CodeText.Literal(header.Value)}")))}} }""");
}
