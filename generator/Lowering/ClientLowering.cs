using Dragoman.Generator.Catalog;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Takes every decision that stands between a document with its catalog and C#.</summary>
internal static class ClientLowering
{
    /// <summary>What the types made of schemas declare: a type cannot have the name of one of its members (CS0542), and is hidden by what is nested in the class that reads it.</summary>
    private static readonly string[] s_membersOfTypes = ["Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "Deconstruct", "Value"];

    public static ApiModel Lower(ApiDocument document, ErrorCatalog? catalog, ClientSettings settings, DiagnosticBag diagnostics)
    {
        settings.Names.Check(document, diagnostics);
        document = settings.Operations.Apply(document, diagnostics);
        string prefix = settings.Prefix(document.Title);
        string clientName = $"{prefix}Client";
        CheckOperationIds(document, diagnostics);

        string[] ownNames = [clientName, $"I{clientName}", GroupModel.ExtensionsNameOf(clientName), $"{clientName}Options", $"{prefix}Operations", $"{prefix}Errors", $"{prefix}Headers"];
        NameScope names = new([.. ownNames, .. s_membersOfTypes]);
        ErrorsModel errors = ErrorLowering.Lower(catalog, document, prefix, names, diagnostics);
        TypeLowering types = new(document.NamedSchemas, document.Components, names, settings.Names, diagnostics);
        SecurityLowering security = new(document, diagnostics);
        OperationLowering operations = new(types, security, errors, OperationsOfCodes(catalog), new NameScope([$"{prefix}Operations", $"{prefix}Errors", "ApiOperationInfo", "HttpMethod", .. NameScope.ObjectMembers]), diagnostics);
        ServerLowering servers = new(document, diagnostics);
        IReadOnlyList<GroupModel> groups = new GroupLowering(document, prefix, names, settings.Names).Lower((operation, name) => servers.Complete(operation, operations.Lower(operation, name)));

        IEnumerable<OperationModel> all = groups.SelectMany(group => group.Operations);
        IEnumerable<TypeRef> parameters = all.SelectMany(operation => operation.Parameters).Select(parameter => parameter.Type);
        RecordLowering recordLowering = new(
            types.Records,
            types.Unions,
            all.Select(operation => operation.Body?.Type).OfType<TypeRef>().Concat(parameters).Concat(operations.Channels.Sent),
            all.SelectMany(operation => operation.Result.Types).Concat(operations.Streams.Received).Concat(operations.Channels.Received),
            all.Select(operation => operation.Body is { Form: RequestForm.Json or RequestForm.JsonParts or RequestForm.Lines or RequestForm.UrlEncoded } body ? body.Type : null).OfType<TypeRef>().Concat(parameters).Concat(operations.Channels.Sent),
            diagnostics);
        EquatableArray<RecordModel> records = recordLowering.Lower().ToEquatableArray();
        ChecksLowering? checks = settings.Validates ? new ChecksLowering(types, diagnostics) : null;
        EquatableArray<UnionModel> unions = recordLowering.LowerUnions(types.Enums).ToEquatableArray();
        SecretPaths secrets = new(records, unions);
        RecordPaths paths = new(records.ToDictionary(record => record.Name, StringComparer.Ordinal));
        PollingLowering polling = new(paths, errors, diagnostics);
        ILookup<string, Operation> declared = document.Operations.ToLookup(operation => operation.Node.Pointer, StringComparer.Ordinal);
        IReadOnlyList<GroupModel> unguarded = groups.Select(Complete).ToList();
        TokenExchangeLowering exchanges = new(document, paths, security.Options, diagnostics);
        EquatableArray<CredentialModel> credentials = security.Credentials.Select(credential => exchanges.Complete(credential, unguarded)).ToEquatableArray();
        EquatableArray<GroupModel> completed = TokenExchangeLowering.Guard(unguarded, credentials);
        ReadinessModel? readiness = new ReadinessLowering(document, paths, errors, diagnostics).Lower(completed);

        ClientModel client = new(errors.Api, document.Root.Mapping("info")?.Text("description") ?? "", servers.BaseAddress, credentials, readiness, servers.Server);
        EquatableArray<EventsModel> events = operations.Streams.Events.OrderBy(item => item.Name, StringComparer.Ordinal).ToEquatableArray();
        EquatableArray<EnumModel> enums = types.Enums.OrderBy(item => item.Name, StringComparer.Ordinal).ToEquatableArray();
        string fileNamespace = settings.NamespaceOf(prefix);
        string hintPrefix = fileNamespace == prefix || fileNamespace.EndsWith($".{prefix}", StringComparison.Ordinal) ? fileNamespace : $"{fileNamespace}-{prefix}";
        EquatableArray<ChecksModel> checkClasses = checks?.Lower(records, unions) ?? default;
        IReadOnlyList<string> typeNames =
        [
            .. ownNames, errors.BaseName,
            .. records.Select(record => record.Name),
            .. records.Select(record => record.FormName).Where(name => name.Length > 0),
            .. checkClasses.Select(item => item.Name),
            .. unions.Select(union => union.Name),
            .. events.Select(item => item.Name),
            .. enums.Select(item => item.Name),
            .. all.Select(operation => operation.Channel?.Name).OfType<string>(),
            .. all.Where(operation => operation.Result.HasCases).Select(operation => operation.Result.Type!.Name),
            .. completed.SelectMany(group => new[] { group.ClassName, group.InterfaceName, GroupModel.ExtensionsNameOf(group.ClassName) }),
            .. errors.Statuses.Select(status => status.ExceptionName),
            .. errors.Codes.Select(error => error.ExceptionName),
        ];
        FileModel file = new(fileNamespace, settings.Document, settings.Catalog, hintPrefix, KnownTypes.HiddenBy(typeNames), clientName, prefix, errors.BaseName) { IsInternal = settings.IsInternal };
        return new ApiModel(file, client, TypeFileLowering.Lower([.. unions, .. records, .. enums, .. events]).ToEquatableArray(), completed, errors)
        {
            Headers = HeaderLowering.Lower(document.Operations),
            Checks = checkClasses,
            TypeNames = typeNames.ToEquatableArray(),
        };

        GroupModel Complete(GroupModel group)
        {
            NameScope methods = new(group.Operations.SelectMany(operation => new[] { operation.Name, $"Try{operation.Name}" }));
            return group with
            {
                Operations = group.Operations.Select(operation => Check(operation)).Select(operation => polling.Complete(document.NodeOf(operation.Pointer), operation, methods) with
                {
                    Body = operation.Body is { } body ? body with { Type = recordLowering.Complete(body.Type) } : null,
                    Parameters = operation.Parameters.Select(parameter => parameter with { Type = recordLowering.Complete(parameter.Type) }).ToEquatableArray(),
                    Channel = operation.Channel is { } channel ? CompleteChannel(channel, operation.Name) : null,
                    StreamTwin = operation.StreamTwin is { } twin ? twin with { Name = methods.Take(twin.Name) } : null,
                    Secrets = new[] { operation.Body?.Type }.Concat(ItemsOf(operation.Stream)).Concat(ItemsOf(operation.StreamTwin?.Stream)).Concat(operation.Result.Types).SelectMany(secrets.Of).Distinct(StringComparer.Ordinal).ToEquatableArray(),
                }).ToEquatableArray(),
            };

            OperationModel Check(OperationModel operation) => checks is null ? operation
                : operation with { Checks = checks.Of(declared[operation.Pointer].First(), operation) };

            IEnumerable<TypeRef?> ItemsOf(StreamModel? stream) => stream switch
            {
                { Item: StreamItem.Json, Type: { } item } => [item],
                { Item: StreamItem.Cases, Type: { } events } => operations.Streams.Events.First(known => known.Name == events.Name).Cases.Select(item => item.Data.Type),
                _ => [],
            };

            ChannelModel CompleteChannel(ChannelModel channel, string name) => channel with
            {
                MethodName = channel.MethodName == name ? name : methods.Take(channel.MethodName, "Try*"),
                Sent = channel.Sent is { } sent ? recordLowering.Complete(sent) : null,
            };
        }
    }

    /// <summary>For each code the operationIds that may raise it; null where every operation may.</summary>
    private static Dictionary<string, HashSet<string>?> OperationsOfCodes(ErrorCatalog? catalog) =>
        (catalog?.Errors ?? []).ToDictionary(
            error => error.Code,
            error => error.Operations.Count == 0 ? null : new HashSet<string>(error.Operations.Select(operation => operation.Text), StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static void CheckOperationIds(ApiDocument document, DiagnosticBag diagnostics)
    {
        foreach (IGrouping<string, Operation> same in document.Operations.Where(operation => operation.Id is not null).GroupBy(operation => operation.Id!, StringComparer.Ordinal))
        {
            Operation first = same.First();
            foreach (Operation repeated in same.Skip(1))
            {
                diagnostics.Report(Descriptors.DuplicateOperationId, repeated.Node["operationId"]!, same.Key, $"{first.Method} {first.Key}");
            }
        }
    }
}
