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
            public sealed partial class {{_name}} : I{{_name}}
            {
                private readonly {{_names["ApiPipeline"]}} _pipeline;
                {{_readiness?.Field ?? CodeText.Empty}}

                {{CodeText.Paragraphs(SimpleConstructor(), Constructor(), CodeText.Paragraphs(_model.Groups.Select(Property)), CodeText.Paragraphs(_model.Groups.Select(InterfaceProperty)), CodeText.Paragraphs(operations.Select(operation => operation.Methods())), _readiness?.Method() ?? CodeText.Empty, _readiness?.Question() ?? CodeText.Empty)}}

                /// <summary>Closes the client's connections; those of an <see cref="{{_names["HttpClient"]}}"/> that it was given stay open.</summary>
                public void Dispose() => _pipeline.Dispose();
            }

            {{Summary()}}
            public interface I{{_name}} : {{_names[_readiness is null ? "IDisposable" : "IReadinessClient"]}}
            {
                {{CodeText.Paragraphs([.. _model.Groups.Select(Declaration), .. operations.Select(operation => operation.Declarations(_name)), _readiness?.Declaration(_name) ?? CodeText.Empty])}}
            }
            """);
        return SourceFileEmitter.Emit(_model.File, _model.File.ClientName, _model.File.Document, body, _names, _model.Operations.Any(operation => operation.IsDeprecated));
    }

    private CodeText Summary() => DocEmitter.Summary(_model.Description, CodeText.Of($"A client of {CodeText.Doc(_model.Api)}."));

    /// <summary>The constructor for those who have one secret and no other wishes.</summary>
    private CodeText SimpleConstructor()
    {
        List<CodeText> parameters = [];
        List<CodeText> initializers = [];
        List<CodeText> docs = [];
        if (_model.Credentials.Count == 1 && _model.Credentials[0] is { Kind: not CredentialKind.Basic } credential)
        {
            CodeText parameter = CodeText.Identifier(credential.ParameterName);
            parameters.Add(CodeText.Of($"string {parameter}"));
            initializers.Add(CodeText.Of($"{CodeText.Identifier(credential.PropertyName)} = {parameter}"));
            docs.Add(DocEmitter.Param(credential.ParameterName, OptionsEmitter.SecretText(credential, ""), CodeText.Empty));
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

            _pipeline = new {{_names["ApiPipeline"]}}(options, {{CodeText.Identifier(_model.File.ErrorsName)}}.Catalog, [{{CodeText.List(_model.Credentials.Select(Credential))}}], httpClient);
            {{CodeText.Lines(_model.Groups.Select(group => CodeText.Of($"{CodeText.Identifier(group.PropertyName)} = new {CodeText.Identifier(group.ClassName)}(_pipeline);")))}}
            {{_readiness?.Assignment() ?? CodeText.Empty}}
        }
        """);

    private CodeText Credential(CredentialModel credential)
    {
        CodeText scheme = CodeText.Literal(credential.Scheme);
        CodeText property = CodeText.Identifier(credential.PropertyName);
        CodeText arguments = credential.Kind switch
        {
            CredentialKind.Basic => CodeText.Of($"{scheme}, options.{property}UserName, options.{property}Password"),
            CredentialKind.Bearer => CodeText.Of($"{scheme}, options.{property}"),
            _ => CodeText.Of($"{scheme}, {CodeText.Literal(credential.WireName)}, options.{property}"),
        };
        return CodeText.Of($"{_names["ApiCredential"]}.{CodeText.Identifier(credential.Kind.ToString())}({arguments})");
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
