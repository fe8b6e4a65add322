using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the root client, its interface and its options.</summary>
internal sealed class ClientEmitter
{
    private readonly RootClientModel _model;
    private readonly Names _names;
    private readonly CodeText _name;
    private readonly CodeText _options;
    private readonly ReadinessCode? _readiness;

    private ClientEmitter(RootClientModel model)
    {
        _model = model;
        _names = new Names(model.File);
        _name = CodeText.Identifier(model.File.ClientName);
        _options = CodeText.Identifier(model.File.OptionsName);
        _readiness = model.Readiness is { } readiness ? new ReadinessCode(model.File, readiness, _names) : null;
    }

    public static EmittedFile Emit(RootClientModel model) => new ClientEmitter(model).Emit();

    private EmittedFile Emit()
    {
        IReadOnlyList<OperationCode> operations = _model.Operations.Select(operation => new OperationCode(_model.File, operation, _names)).ToList();
        CodeText body = CodeText.Of($$"""
            {{Summary()}}
            {{_names.Access}} sealed partial class {{_name}} : I{{_name}}
            {
                private readonly {{_names["ApiPipeline"]}} _pipeline;
                {{_readiness?.Field ?? CodeText.Empty}}

                {{CodeText.Paragraphs(CodeText.Paragraphs(SimpleConstructors()), Constructor(), CodeText.Paragraphs(_model.Groups.Select(Property)), CodeText.Paragraphs(_model.Groups.Select(InterfaceProperty)), CodeText.Paragraphs(operations.Select(operation => operation.Methods())), _readiness?.Method() ?? CodeText.Empty, _readiness?.Question() ?? CodeText.Empty, Exchanges())}}

                /// <summary>Closes the client's connections; those of an <see cref="{{_names["HttpClient"]}}"/> that it was given stay open.</summary>
                public void Dispose() => _pipeline.Dispose();
            }

            {{Summary()}}
            {{_names.Access}} interface I{{_name}} : {{_names[_readiness is null ? "IDisposable" : "IReadinessClient"]}}
            {
                {{CodeText.Paragraphs([.. _model.Groups.Select(Declaration), .. operations.Select(operation => operation.Declarations()), _readiness?.Declaration() ?? CodeText.Empty])}}
            }

            {{TwinsCode.Class(_model.File.ClientName, operations, _names)}}
            """);
        return SourceFileEmitter.Emit(_model.File, _model.File.ClientName, _model.File.Document, body, _names, OperationCode.Warnings(_model.Operations) | (_model.Credentials.Any(credential => credential.Exchange is { IsDeprecated: true }) ? CompilerWarnings.Deprecated : CompilerWarnings.None));
    }

    private CodeText Summary() => DocEmitter.Summary(_model.Description, CodeText.Of($"A client of {CodeText.Doc(_model.Api)}."));

    /// <summary>The constructors for those who have one secret, or what it is got with, and no other wishes.</summary>
    private IEnumerable<CodeText> SimpleConstructors()
    {
        if (_model.Credentials.Count != 1 || _model.Credentials[0] is not { Kind: not CredentialKind.Basic } credential)
        {
            return [SimpleConstructor(CodeText.Empty, "", "", "")];
        }

        CodeText ofSecret = SimpleConstructor(CodeText.Of($"string"), credential.PropertyName, credential.ParameterName, OptionsEmitter.SecretText(credential, ""));
        return credential switch
        {
            { Exchange: { } exchange } => [SimpleConstructor(_names.Of(exchange.Request), exchange.PropertyName, exchange.ParameterName, OptionsEmitter.ExchangeText(exchange)), ofSecret],
            { OAuth: { } server } => [ofSecret, SimpleConstructor(_names["OAuthGrant"], server.PropertyName, server.ParameterName, OptionsEmitter.GrantText(credential))],
            _ => [ofSecret],
        };
    }

    /// <param name="type">The type of the secret; empty where the constructor takes none.</param>
    private CodeText SimpleConstructor(CodeText type, string propertyName, string parameterName, string text)
    {
        List<CodeText> parameters = [];
        List<CodeText> initializers = [];
        List<CodeText> docs = [];
        if (!type.IsEmpty)
        {
            CodeText parameter = CodeText.Identifier(parameterName);
            parameters.Add(CodeText.Of($"{type} {parameter}"));
            initializers.Add(CodeText.Of($"{CodeText.Identifier(propertyName)} = {parameter}"));
            docs.Add(DocEmitter.Param(parameterName, text, CodeText.Empty));
        }

        if (!_model.HasBaseAddress)
        {
            parameters.Add(CodeText.Of($"{_names["Uri"]} baseAddress"));
            initializers.Add(CodeText.Of($"BaseAddress = baseAddress"));
            docs.Add(CodeText.Of($"/// <param name=\"baseAddress\">The absolute address that the paths of the document are appended to.</param>"));
        }

        CodeText initializer = initializers.Count == 0 ? CodeText.Of($"new {_options}()") : CodeText.Of($$"""new {{_options}} { {{CodeText.List(initializers)}} }""");
        return CodeText.Of($$"""
            /// <summary>Creates a client with default settings.</summary>
            {{CodeText.Lines(docs)}}
            public {{_name}}({{CodeText.List(parameters)}})
                : this({{initializer}})
            {
            }
            """);
    }

    private CodeText Constructor() => CodeText.Of($$"""
        /// <summary>Creates a client.</summary>
        /// <param name="options">The settings; later changes to them have no effect.</param>
        /// <param name="httpClient">What sends the requests, and stays the caller's to dispose; by default the client has its own.</param>
        public {{_name}}({{_options}} options, {{_names["HttpClient"]}}? httpClient = null)
        {
            {{_names["ArgumentNullException"]}}.ThrowIfNull(options);

            {{Credentials()}}
            _pipeline = new {{_names["ApiPipeline"]}}(options, {{CodeText.Identifier(_model.File.ErrorsName)}}.Catalog, {{(IsShort ? CodeText.Of($"[{CodeText.List(_model.Credentials.Select(Credential))}]") : CodeText.Of($"credentials"))}}, httpClient);
            {{CodeText.Lines(_model.Groups.Select(group => CodeText.Of($"{CodeText.Identifier(group.PropertyName)} = new {CodeText.Identifier(group.ClassName)}(_pipeline);")))}}
            {{_readiness?.Assignment() ?? CodeText.Empty}}
        }
        """);

    /// <summary>True where the credentials have room within the call that takes them.</summary>
    private bool IsShort => _model.Credentials.Count == 0 || (_model.Credentials.Count == 1 && _model.Credentials[0] is { Exchange: null, OAuth: null });

    private CodeText Credentials() => IsShort ? CodeText.Empty : CodeText.Of($"""
        {_names["ApiCredential"]}[] credentials =
        [
            {CodeText.Lines(_model.Credentials.Select(credential => CodeText.Of($"{CredentialOrExchange(credential)},")))}
        ];
        """);

    private CodeText CredentialOrExchange(CredentialModel credential) => credential.Exchange is { } exchange
        ? new TokenExchangeCode(credential, exchange, _names).Credential(Credential(credential))
        : Credential(credential);

    private CodeText Exchanges() =>
        CodeText.Paragraphs(_model.Credentials.Where(credential => credential.Exchange is not null).Select(credential => new TokenExchangeCode(credential, credential.Exchange!, _names).Method()));

    private CodeText Credential(CredentialModel credential)
    {
        CodeText scheme = CodeText.Literal(credential.Scheme);
        CodeText property = CodeText.Identifier(credential.PropertyName);
        if (credential.OAuth is { } server)
        {
            return CodeText.Of($"{_names["ApiCredential"]}.OAuth({scheme}, options.{property}, options.{CodeText.Identifier(credential.ProviderName)}, options.{CodeText.Identifier(server.PropertyName)}, {Endpoints(server)})");
        }

        CodeText arguments = credential.Kind switch
        {
            CredentialKind.Basic => CodeText.Of($"{scheme}, options.{property}UserName, options.{property}Password"),
            CredentialKind.Bearer => CodeText.Of($"{scheme}, options.{property}, options.{CodeText.Identifier(credential.ProviderName)}"),
            _ => CodeText.Of($"{scheme}, {CodeText.Literal(credential.WireName)}, options.{property}"),
        };
        return CodeText.Of($"{_names["ApiCredential"]}.{CodeText.Identifier(credential.Kind.ToString())}({arguments})");
    }

    private CodeText Endpoints(OAuthModel server)
    {
        (string Name, string Address)[] all = [("Token", server.Token), ("Refresh", server.Refresh), ("DeviceAuthorization", server.DeviceAuthorization), ("Discovery", server.Discovery)];
        IEnumerable<CodeText> named = all.Where(endpoint => endpoint.Address.Length > 0).Select(endpoint => CodeText.Of($"{CodeText.Identifier(endpoint.Name)} = {CodeText.Literal(endpoint.Address)}"));
        return CodeText.Of($$"""new {{_names["OAuthEndpoints"]}} { {{CodeText.List(named)}} }""");
    }

    private static CodeText Property(GroupPropertyModel group) => CodeText.Of($$"""
        {{GroupEmitter.Summary(group.Description, group.PropertyName)}}
        public {{CodeText.Identifier(group.ClassName)}} {{CodeText.Identifier(group.PropertyName)}} { get; }
        """);

    private CodeText InterfaceProperty(GroupPropertyModel group)
    {
        CodeText property = CodeText.Identifier(group.PropertyName);
        return CodeText.Of($"I{CodeText.Identifier(group.ClassName)} I{_name}.{property} => {property};");
    }

    private static CodeText Declaration(GroupPropertyModel group) => CodeText.Of($$"""
        {{GroupEmitter.Summary(group.Description, group.PropertyName)}}
        I{{CodeText.Identifier(group.ClassName)}} {{CodeText.Identifier(group.PropertyName)}} { get; }
        """);
}
