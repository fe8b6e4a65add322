using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the names of types in one file: short, with a using, and in full only where a type of the client hides them.</summary>
/// <param name="nested">Names of types nested where the names are written: a type of the client that one of them hides is written in full.</param>
internal sealed class Names(FileModel file, IReadOnlyCollection<string>? nested = null)
{
    private readonly HashSet<string> _usings = new(StringComparer.Ordinal);

    private Names(FileModel file, IReadOnlyCollection<string> nested, HashSet<string> usings)
        : this(file, nested) => _usings = usings;

    /// <summary>The namespaces of the names written so far, those of .NET first.</summary>
    public IEnumerable<string> Usings => _usings
        .OrderBy(name => name.StartsWith("System", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>The names within a type of the file that has these nested ones.</summary>
    public Names Within(IReadOnlyCollection<string> types) => new(file, types, _usings);

    /// <summary>Who sees the types of the client.</summary>
    public CodeText Access => file.IsInternal ? CodeText.Of($"internal") : CodeText.Of($"public");

    /// <summary>The attribute of what the document marks as deprecated.</summary>
    public CodeText Obsolete => CodeText.Of($"[{this["Obsolete"]}(\"The document marks this as deprecated.\")]");

    /// <summary>A type of .NET or of the runtime.</summary>
    public CodeText this[string known] => file.HiddenNames.Contains(known)
        ? CodeText.Of($"global::{CodeText.Namespace(KnownTypes.NamespaceOf(known))}.{CodeText.Identifier(known)}")
        : Short(KnownTypes.NamespaceOf(known), known);

    /// <summary>A value on which extension methods of a known class are called: they are found by the using alone, also where the class's name is hidden.</summary>
    public CodeText Extended(string known, CodeText value)
    {
        _usings.Add(KnownTypes.NamespaceOf(known));
        return value;
    }

    /// <summary>The type of a member, parameter or result, without a question mark of its own.</summary>
    public CodeText Of(TypeRef type) => type.Kind switch
    {
        TypeKind.String => CodeText.Of($"string"),
        TypeKind.Boolean => CodeText.Of($"bool"),
        TypeKind.Int32 => CodeText.Of($"int"),
        TypeKind.Int64 => CodeText.Of($"long"),
        TypeKind.UInt64 => CodeText.Of($"ulong"),
        TypeKind.Single => CodeText.Of($"float"),
        TypeKind.Double => CodeText.Of($"double"),
        TypeKind.Decimal => CodeText.Of($"decimal"),
        TypeKind.Bytes => CodeText.Of($"byte[]"),
        TypeKind.Json => this["JsonElement"],
        TypeKind.File => this["FileUpload"],
        TypeKind.Download => this["FileDownload"],
        TypeKind.Form => this["MultipartForm"],
        TypeKind.Sequence => CodeText.Of($"{this["IEnumerable"]}<{Of(type.Element!, type.IsElementNullable)}>"),
        TypeKind.List => CodeText.Of($"{this["IReadOnlyList"]}<{Of(type.Element!, type.IsElementNullable)}>"),
        TypeKind.Map => CodeText.Of($"{this["IReadOnlyDictionary"]}<string, {Of(type.Element!, type.IsElementNullable)}>"),
        TypeKind.Record or TypeKind.Union or TypeKind.Enum or TypeKind.Result => Own(type.Name),
        _ => this[type.Kind.ToString()],
    };

    /// <summary>A type with a question mark where null is one of its values. Any JSON includes JSON's null, so it only has one where the value may be absent.</summary>
    public CodeText Of(TypeRef type, bool isNullable) => isNullable && type.Kind != TypeKind.Json ? CodeText.Of($"{Of(type)}?") : Of(type);

    /// <summary>An expression for a time, in the largest unit that holds it without a fraction.</summary>
    public CodeText Duration(long milliseconds)
    {
        CodeText type = this["TimeSpan"];
        return (milliseconds % 60_000, milliseconds % 1000) switch
        {
            (0, _) => CodeText.Of($"{type}.FromMinutes({CodeText.Number(milliseconds / 60_000)})"),
            (_, 0) => CodeText.Of($"{type}.FromSeconds({CodeText.Number(milliseconds / 1000)})"),
            _ => CodeText.Of($"{type}.FromMilliseconds({CodeText.Number(milliseconds)})"),
        };
    }

    public CodeText Optional(TypeRef type) => CodeText.Of($"{Of(type)}?");

    private CodeText Own(string name) => nested?.Contains(name) == true
        ? CodeText.Of($"global::{CodeText.Namespace(file.Namespace)}.{CodeText.Identifier(name)}")
        : CodeText.Identifier(name);

    private CodeText Short(string @namespace, string name)
    {
        _usings.Add(@namespace);
        return CodeText.Identifier(name);
    }
}
