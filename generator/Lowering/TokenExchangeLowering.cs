using Dragoman.Generator.Catalog;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// Reads the <c>x-token-exchange</c> extension of a security scheme: <c>operation</c> (an operationId), <c>token</c> and
/// <c>expiresIn</c> (JSON pointers into its success body), <c>renewBefore</c>.
/// </summary>
internal sealed class TokenExchangeLowering(ApiDocument document, RecordPaths paths, NameScope options, DiagnosticBag diagnostics)
{
    private const string Extension = "x-token-exchange";

    private static readonly string[] s_members = ["operation", "token", "expiresIn", "renewBefore"];

    /// <summary>The operations of the exchanges so far, by scheme.</summary>
    private readonly Dictionary<string, OperationModel> _exchanges = new(StringComparer.Ordinal);

    /// <summary>The credential with its exchange, if it has one.</summary>
    public CredentialModel Complete(CredentialModel credential, IReadOnlyList<GroupModel> groups)
    {
        MappingNode scheme = document.SecuritySchemes.Single(scheme => scheme.Name == credential.Scheme).Node;
        return scheme[Extension] is { } extension ? credential with { Exchange = Lower(extension, credential, groups) } : credential;
    }

    /// <summary>The groups, in which the operations of exchanges know that what they answer with is a secret.</summary>
    public static EquatableArray<GroupModel> Guard(IEnumerable<GroupModel> groups, IReadOnlyList<CredentialModel> credentials) =>
        groups.Select(group => group with { Operations = group.Operations.Select(operation => Guard(operation, credentials)).ToEquatableArray() }).ToEquatableArray();

    private static OperationModel Guard(OperationModel operation, IEnumerable<CredentialModel> credentials) => operation with
    {
        Secrets = operation.Secrets
            .Concat(credentials.Select(credential => credential.Exchange).OfType<TokenExchangeModel>().Where(exchange => exchange.OperationId == operation.Id).Select(exchange => exchange.TokenPointer))
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    private TokenExchangeModel? Lower(Node extension, CredentialModel credential, IReadOnlyList<GroupModel> groups)
    {
        if (extension is not MappingNode node)
        {
            return Refuse(extension, credential, "it must be an object");
        }

        if (credential.Kind != CredentialKind.Bearer)
        {
            return Refuse(extension, credential, "it is for bearer tokens");
        }

        if (ExtensionGrammar.UnknownMember(node, s_members) is { } unknown)
        {
            return Refuse(unknown.Node, credential, unknown.Reason);
        }

        if (node.Values.FirstOrDefault(value => value is not ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 }) is { } notText)
        {
            return Refuse(notText, credential, $"'{notText.Key!.Text}' is a text");
        }

        return FindOperation(node, credential, groups) is var (group, operation) && IsCallable(node["operation"]!, operation, credential) ? Lower(node, credential, group, operation, groups) : null;
    }

    private TokenExchangeModel? Lower(MappingNode node, CredentialModel credential, GroupModel group, OperationModel operation, IReadOnlyList<GroupModel> groups)
    {
        TypeRef answer = operation.Result.Type!;
        if (node["token"] is not { } token)
        {
            return Refuse(node, credential, "'token' is missing: a JSON pointer to the token in the answer");
        }

        if (paths.Walk(answer, node.Text("token")!) is not { Type.Kind: TypeKind.String } tokenPath || tokenPath.Steps.Any(step => step.IsOptional))
        {
            return Refuse(token, credential, $"'{node.Text("token")}' is not a text that is always in the answer");
        }

        MemberPath? expiresIn = null;
        if (node["expiresIn"] is { } time)
        {
            if (paths.Walk(answer, node.Text("expiresIn")!) is not { Type.Kind: TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double } timePath)
            {
                return Refuse(time, credential, $"'{node.Text("expiresIn")}' is not a number in the answer");
            }

            expiresIn = new MemberPath(timePath.Steps.ToEquatableArray(), IsEnum: false);
        }

        if (!Duration.TryParse(node.Text("renewBefore") ?? "60s", out TimeSpan renewBefore) || renewBefore > TimeSpan.FromDays(1))
        {
            return Refuse(node["renewBefore"]!, credential, $"'renewBefore' is {Duration.Form}, at most 24h");
        }

        IEnumerable<OperationModel> ofRoot = groups.Where(other => other.IsRoot).SelectMany(root => root.Operations);
        NameScope methods = new(ofRoot.SelectMany(other => other.MethodNames));
        _exchanges.Add(credential.Scheme, operation);
        string property = options.Take($"{Identifier.Pascal(operation.Id, "Token")}Request");
        return new TokenExchangeModel(
            operation.Id,
            property,
            Identifier.LowerFirst(property),
            operation.Body!.Type,
            group.PropertyName,
            operation.Name,
            answer,
            new MemberPath(tokenPath.Steps.ToEquatableArray(), IsEnum: false),
            node.Text("token")!,
            expiresIn,
            (long)renewBefore.TotalMilliseconds,
            methods.Take($"Fetch{credential.PropertyName}"),
            operation.IsDeprecated);
    }

    private (GroupModel Group, OperationModel Operation)? FindOperation(MappingNode node, CredentialModel credential, IReadOnlyList<GroupModel> groups)
    {
        if (node.Text("operation") is not { } id)
        {
            Refuse(node, credential, "'operation' is missing: the operationId of the operation that gives the token");
            return null;
        }

        foreach (GroupModel group in groups)
        {
            if (group.Operations.FirstOrDefault(operation => operation.Id == id) is { } found)
            {
                return (group, found);
            }
        }

        IEnumerable<string> ids = document.Operations.Select(operation => operation.Id).OfType<string>();
        Refuse(node["operation"]!, credential, ids.Contains(id, StringComparer.Ordinal) ? $"'{id}' is left out itself" : $"no operation is called '{id}'.{Suggestion.For(id, ids)}");
        return null;
    }

    private bool IsCallable(Node place, OperationModel operation, CredentialModel credential)
    {
        string? problem =
            operation.Security.Any(alternative => alternative.Contains(credential.Scheme)) ? $"'{operation.Id}' needs the token itself; give it a 'security' without '{credential.Scheme}'"
            : Needs(operation, credential.Scheme, []) ? $"'{operation.Id}' needs a token that is not given without this one"
            : operation.Parameters.Any(parameter => parameter.IsRequired) ? $"'{operation.Id}' has required parameters beside its body"
            : operation.Body is not { Type.Kind: TypeKind.Record, IsNullable: false } ? $"'{operation.Id}' has no object with members as its body"
            : operation.Result is not { Type.Kind: TypeKind.Record, IsNullable: false } ? $"'{operation.Id}' does not always answer with an object"
            : null;
        if (problem is not null)
        {
            Refuse(place, credential, problem);
        }

        return problem is null;
    }

    /// <summary>True where the exchanges of other tokens lead back to a scheme: each would wait for the other.</summary>
    private bool Needs(OperationModel operation, string scheme, HashSet<string> visited) =>
        operation.Security.SelectMany(alternative => alternative).Any(other =>
            other == scheme || (visited.Add(other) && _exchanges.TryGetValue(other, out OperationModel? exchange) && Needs(exchange, scheme, visited)));

    private TokenExchangeModel? Refuse(Node node, CredentialModel credential, string reason)
    {
        diagnostics.Report(Descriptors.BadTokenExchange, node, credential.Scheme, reason);
        return null;
    }
}
