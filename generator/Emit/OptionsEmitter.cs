using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the settings of a client: those of the runtime, the document's server, and a property for each secret.</summary>
internal static class OptionsEmitter
{
    public static EmittedFile Emit(FileModel file, OptionsModel options)
    {
        Names names = new(file);
        CodeText name = CodeText.Identifier(file.OptionsName);
        CodeText constructor = options.BaseAddress is null ? CodeText.Empty : CodeText.Of($$"""
            /// <summary>Starts from the address of the document's first server.</summary>
            public {{name}}() => BaseAddress = new {{names["Uri"]}}({{CodeText.Literal(options.BaseAddress)}});
            """);
        CodeText body = CodeText.Of($$"""
            /// <summary>The settings of <see cref="{{CodeText.Identifier(file.ClientName)}}"/>.</summary>
            {{names.Access}} sealed class {{name}} : {{names["ApiClientOptions"]}}
            {
                {{CodeText.Paragraphs([constructor, OfVariables(file, options.Server, isOnly: options.BaseAddress is null, names), .. options.Credentials.SelectMany(credential => Properties(credential, names)), OperationIds(options, names)])}}
            }
            """);
        return SourceFileEmitter.Emit(file, file.OptionsName, file.Document, body, names);
    }

    /// <summary>What the operations can be called where they have options of their own.</summary>
    private static CodeText OperationIds(OptionsModel options, Names names)
    {
        CodeText ids = options.OperationIds.Count == 0 ? CodeText.Of($" [];") : CodeText.Of($$"""

            [
                {{CodeText.Lines(options.OperationIds.Select(id => CodeText.Of($"{CodeText.Literal(id)},")))}}
            ];
            """);
        return CodeText.Of($$"""
            /// <inheritdoc/>
            protected override {{names["IReadOnlyList"]}}<string> OperationIds =>{{ids}}
            """);
    }

    /// <summary>The constructor that takes the variables of the server's address; and the plain one, which a constructor hides, where the address has no value without them.</summary>
    private static CodeText OfVariables(FileModel file, ServerModel? server, bool isOnly, Names names)
    {
        if (server is null)
        {
            return CodeText.Empty;
        }

        CodeText name = CodeText.Identifier(file.OptionsName);
        // What has no default comes first: an optional parameter must not stand before a required one.
        IEnumerable<ServerVariableModel> ordered = server.Variables.OrderBy(variable => variable.Default.Length > 0);
        CodeText parameters = CodeText.List(ordered.Select(variable => variable.Default.Length == 0
            ? CodeText.Of($"string {CodeText.Identifier(variable.ParameterName)}")
            : CodeText.Of($"string {CodeText.Identifier(variable.ParameterName)} = {CodeText.Literal(variable.Default)}")));
        CodeText values = CodeText.List(server.Variables.Select(variable => CodeText.Of($"({CodeText.Literal(variable.WireName)}, {CodeText.Identifier(variable.ParameterName)})")));
        CodeText plain = !isOnly ? CodeText.Empty : CodeText.Of($$"""
            /// <summary>Starts without an address.</summary>
            public {{name}}()
            {
            }
            """);
        return CodeText.Paragraphs(plain, CodeText.Of($$"""
            /// <summary>Starts from the address of the document's server, <c>{{CodeText.Doc(server.Template)}}</c>.</summary>
            {{CodeText.Lines(ordered.Select(variable => DocEmitter.Param(variable.ParameterName, variable.Description, CodeText.Of($"The variable <c>{CodeText.Doc(variable.WireName)}</c>."))))}}
            /// <exception cref="{{names["ArgumentException"]}}">The values make no address.</exception>
            public {{name}}({{parameters}}) => BaseAddress = ServerAddress({{CodeText.Literal(server.Template)}}, {{values}});
            """));
    }

    private static IEnumerable<CodeText> Properties(CredentialModel credential, Names names) =>
        [Exchange(credential, names), Grant(credential, names), .. Secrets(credential), Provider(credential, names)];

    private static CodeText Exchange(CredentialModel credential, Names names) => credential.Exchange is not { } exchange ? CodeText.Empty : CodeText.Of($$"""
        {{DocEmitter.Summary(ExchangeText(exchange))}}
        public {{names.Of(exchange.Request)}}? {{CodeText.Identifier(exchange.PropertyName)}} { get; set; }
        """);

    private static CodeText Grant(CredentialModel credential, Names names) => credential.OAuth is not { } server ? CodeText.Empty : CodeText.Of($$"""
        {{DocEmitter.Summary(GrantText(credential))}}
        public {{names["OAuthGrant"]}}? {{CodeText.Identifier(server.PropertyName)}} { get; set; }
        """);

    /// <summary>What the client does with a grant.</summary>
    public static string GrantText(CredentialModel credential) =>
        $"{credential.Description.TrimEnd()}\nHow the token is got from the authorization server (OAuth 2.0): with the program's own credentials, or by a user who signs in.".TrimStart();

    /// <summary>What the client does with the request of an exchange.</summary>
    public static string ExchangeText(TokenExchangeModel exchange) =>
        $"What {exchange.OperationId} is called with to get the token. The client calls it once for all, again before the token expires, and when the service refuses it.";

    private static CodeText Provider(CredentialModel credential, Names names) => credential.ProviderName.Length == 0 ? CodeText.Empty : CodeText.Of($$"""
        /// <summary>Gives the token where <see cref="{{CodeText.Identifier(credential.PropertyName)}}"/> is not set. It is called once for all, again before the token expires, and when the service refuses it.</summary>
        public {{names["Func"]}}<{{names["CancellationToken"]}}, {{names["ValueTask"]}}<{{names["AccessToken"]}}>>? {{CodeText.Identifier(credential.ProviderName)}} { get; set; }
        """);

    private static IEnumerable<CodeText> Secrets(CredentialModel credential)
    {
        string[] suffixes = credential.Kind == CredentialKind.Basic ? ["UserName", "Password"] : [""];
        return suffixes.Select(suffix => CodeText.Of($$"""
            {{DocEmitter.Summary(SecretText(credential, suffix))}}
            public string? {{CodeText.Identifier(credential.PropertyName + suffix)}} { get; set; }
            """));
    }

    /// <summary>What a secret is and how it is sent.</summary>
    /// <param name="suffix">Of basic authentication, the part that is meant.</param>
    public static string SecretText(CredentialModel credential, string suffix)
    {
        string place = credential.Kind switch
        {
            CredentialKind.Header => $"Sent as the header {credential.WireName}.",
            CredentialKind.Query => $"Sent as the query parameter {credential.WireName}.",
            CredentialKind.Cookie => $"Sent as the cookie {credential.WireName}.",
            CredentialKind.Bearer => "Sent as a bearer token (RFC 6750).",
            CredentialKind.Http => $"Sent as the header Authorization, after the word {credential.WireName}.",
            _ when suffix == "UserName" => "The user name of basic authentication (RFC 7617).",
            _ => "The password of basic authentication (RFC 7617).",
        };
        return credential.Description.Length > 0 ? $"{credential.Description.TrimEnd()}\n{place}" : place;
    }
}
