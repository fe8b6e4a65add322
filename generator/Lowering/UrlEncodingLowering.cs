using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides how the fields of a form as in URLs are written (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15).</summary>
internal sealed class UrlEncodingLowering(DiagnosticBag diagnostics)
{
    public UrlEncodingModel Lower(Content form)
    {
        ObjectShape shape = form.Schema is { } schema && ObjectShape.Collect(schema, diagnostics) is { } known ? known : ObjectShape.None;
        bool isClosed = shape is { Properties.Count: > 0, OpenPart: null };
        List<FieldModel> fields = [];
        bool isDeep = true;
        foreach (MappingNode encoding in Encodings(form))
        {
            string name = encoding.Key!.Text;
            Schema? member = shape.Find(name);
            if (member is null && isClosed)
            {
                // Such encodings are ignored (section 4.8.14.1), which is most often a slip.
                diagnostics.ReportAtName(Descriptors.EncodingNotUsed, encoding, name, $"the schema has no such member.{Suggestion.For(name, shape.Properties.Select(property => property.Key))}");
                continue;
            }

            bool hasParts = member is null || HasParts(member, []);
            if (Field(name, encoding, hasParts) is { } field)
            {
                fields.Add(field);
                isDeep &= field.Style == ParameterStyle.DeepObject || !hasParts;
            }
            else
            {
                isDeep &= !hasParts;
            }
        }

        // Where every field that has parts says deepObject, it is said once.
        isDeep = isDeep && fields.Any(field => field.Style == ParameterStyle.DeepObject) && shape.Properties.All(member => fields.Any(field => field.Name == member.Key) || !HasParts(member.Value, []));
        return isDeep
            ? new UrlEncodingModel(ParameterStyle.DeepObject, fields.Where(field => field.Style != ParameterStyle.DeepObject).ToEquatableArray())
            : new UrlEncodingModel(null, fields.ToEquatableArray());
    }

    private IEnumerable<MappingNode> Encodings(Content form)
    {
        Node? encodings = (form.Node as MappingNode)?["encoding"];
        if (encodings is not null and not MappingNode)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, encodings, "encoding", "an object of encodings");
        }

        foreach (Node encoding in (encodings as MappingNode)?.Values ?? [])
        {
            if (encoding is MappingNode mapping)
            {
                yield return mapping;
            }
            else
            {
                diagnostics.ReportAtName(Descriptors.WrongNode, encoding, encoding.Key!.Text, "an encoding: an object");
            }
        }
    }

    /// <summary>Null where the field is written as it would be without the encoding.</summary>
    private FieldModel? Field(string name, MappingNode encoding, bool hasParts)
    {
        bool allowReserved = encoding.Flag("allowReserved");
        if (!encoding.Has("style") && !encoding.Has("explode"))
        {
            // The media type counts where no style does.
            bool isJson = hasParts && encoding.Text("contentType") is { } mediaType && new Content(mediaType, null, encoding).IsJson;
            return isJson ? new FieldModel(name, ParameterStyle.Json, Explode: true, allowReserved)
                : allowReserved ? new FieldModel(name, ParameterStyle.Form, Explode: true, allowReserved)
                : null;
        }

        ParameterStyle style = Style(name, encoding);
        bool explode = encoding.Has("explode") ? encoding.Flag("explode") : style == ParameterStyle.Form;
        return !hasParts && !allowReserved ? null
            : style == ParameterStyle.DeepObject ? new FieldModel(name, style, Explode: true, allowReserved)
            : style == ParameterStyle.Form || explode ? new FieldModel(name, ParameterStyle.Form, explode, allowReserved)
            : new FieldModel(name, style, Explode: true, allowReserved);
    }

    private ParameterStyle Style(string name, MappingNode encoding)
    {
        if (encoding["style"] is not { } said || Parameter.CollectionStyle(encoding) is not null)
        {
            return StyleLowering.Named(Parameter.CollectionStyle(encoding) ?? "form")!.Value;
        }

        if (StyleLowering.Named(encoding.Text("style") ?? "") is { } style and (ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject))
        {
            return style;
        }

        diagnostics.ReportAtName(Descriptors.EncodingNotUsed, said, name, $"forms have no style '{encoding.Text("style")}'; it is sent in style 'form'");
        return ParameterStyle.Form;
    }

    /// <summary>True for what may be a list or an object.</summary>
    private static bool HasParts(Schema schema, HashSet<Schema> visited)
    {
        Schema target = schema.Target;
        return visited.Add(target) && target.Literals is null && target.Type is SchemaType.Array or SchemaType.Object or SchemaType.Any
            && (target.Type != SchemaType.Any || !target.AllOf.Concat(target.Variants).Any() || target.AllOf.Concat(target.Variants).Any(part => HasParts(part, visited)));
    }
}
