namespace Dragoman.Generator.Model;

/// <summary>The operations of one tag; or those without a tag, which are methods of the root client itself.</summary>
/// <param name="ClassName">The client class, such as <c>AgentsClient</c>.</param>
/// <param name="PropertyName">The root client's property, such as <c>Agents</c>; empty for the root.</param>
internal sealed record GroupModel(string ClassName, string PropertyName, string Description, EquatableArray<OperationModel> Operations)
{
    public bool IsRoot => PropertyName.Length == 0;

    public string InterfaceName => $"I{ClassName}";

    /// <summary>The class of the Try twins of a client's methods.</summary>
    public static string ExtensionsNameOf(string className) => $"{className}Extensions";
}

/// <summary>An operation as a method.</summary>
/// <param name="Id">The operationId, or method and path where the document gives none.</param>
/// <param name="Name">The method without its <c>Async</c>.</param>
/// <param name="DescriptorName">The property of the operations table.</param>
/// <param name="Security">Alternatives, each a list of scheme names.</param>
/// <param name="Errors">The codes it may raise.</param>
internal sealed record OperationModel(
    string Id,
    string Method,
    string Path,
    string Pointer,
    string Name,
    string DescriptorName,
    string Summary,
    string Remarks,
    bool IsDeprecated,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    ResultModel Result,
    EquatableArray<EquatableArray<string>> Security,
    EquatableArray<RaisedModel> Errors,
    PollingModel? Polling)
{
    /// <summary>How the success is streamed; null where it is not.</summary>
    public StreamModel? Stream { get; init; }

    /// <summary>The method that streams a success which <see cref="Name"/> returns as a whole; null where there is one way only.</summary>
    public StreamTwinModel? StreamTwin { get; init; }

    /// <summary>The channel that it opens; null where it opens none.</summary>
    public ChannelModel? Channel { get; init; }

    /// <summary>The address of its own server; empty where it is that of the document.</summary>
    public string Server { get; init; } = "";

    /// <summary>True where the service keeps a request waiting until it has something to say.</summary>
    public bool IsLongPoll { get; init; }

    /// <summary>The arguments that are checked before they are sent, by their C# names.</summary>
    public EquatableArray<CheckedMemberModel> Checks { get; init; }

    /// <summary>JSON pointers to the members of its bodies that must not be shown.</summary>
    public EquatableArray<string> Secrets { get; init; }

    /// <summary>The names of all its methods, without their <c>Async</c>.</summary>
    public IEnumerable<string> MethodNames => new[] { Channel?.MethodName ?? Name, $"Try{Channel?.MethodName ?? Name}", Polling?.Name, StreamTwin?.Name }.OfType<string>();
}

/// <summary>The body of a request.</summary>
/// <param name="FormName">The class that writes it as a form; empty where it is none.</param>
/// <param name="Limits">How large a body that is one file may be.</param>
internal sealed record BodyModel(string Name, TypeRef Type, bool IsNullable, bool IsRequired, string MediaType, string Description, RequestForm Form, string FormName, FileLimits Limits)
{
    /// <summary>How its fields are written where it is a form as in URLs; null where it is none.</summary>
    public UrlEncodingModel? UrlEncoding { get; init; }
}

/// <summary>How a successful body is read.</summary>
internal enum BodyForm
{
    None,
    Json,
    Text,
    File,
}

/// <summary>What a method returns.</summary>
/// <param name="Type">Null where no success has a body.</param>
/// <param name="IsNullable">True where some success has no body, or JSON's null is one.</param>
/// <param name="Accept">The media types to ask for; empty for JSON.</param>
internal sealed record ResultModel(TypeRef? Type, bool IsNullable, string Description, EquatableArray<SuccessModel> Successes, string Accept = "")
{
    /// <summary>True where the result is a nested record for each status.</summary>
    public bool HasCases => Type?.Kind == TypeKind.Result;

    /// <summary>The types of all bodies.</summary>
    public IEnumerable<TypeRef> Types => HasCases ? Successes.Select(success => success.Type).OfType<TypeRef>() : Type is null ? [] : [Type];
}

/// <summary>A status, or a range of them, that means success.</summary>
/// <param name="IsNullable">True where JSON's null is a valid body.</param>
internal sealed record SuccessModel(int From, int To, BodyForm Form, bool IsNullable)
{
    /// <summary>The type of its body; null where it has none.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>The nested record of the result; empty where the result has none.</summary>
    public string CaseName { get; init; } = "";

    public string Description { get; init; } = "";
}

/// <summary>An error that an operation may raise.</summary>
/// <param name="Code">The code; empty where only the status is known.</param>
/// <param name="PropertyName">The property of the errors table.</param>
/// <param name="IsDelivered">True for a notice that comes as an item and is never thrown.</param>
internal sealed record RaisedModel(string Code, string PropertyName, string ExceptionName, string Text, bool IsDelivered = false);
