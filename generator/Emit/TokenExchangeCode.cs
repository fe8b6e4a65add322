using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how the root client gets the token of a credential from an operation of its own.</summary>
internal sealed class TokenExchangeCode(CredentialModel credential, TokenExchangeModel exchange, Names names)
{
    /// <summary>The request that the options have, where they have one.</summary>
    private CodeText Request => CodeText.Identifier(exchange.ParameterName);

    private CodeText Fetch => CodeText.Identifier($"{exchange.FetchName}Async");

    public CodeText Credential(CodeText otherwise) => CodeText.Of($$"""
        options.{{CodeText.Identifier(exchange.PropertyName)}} is { } {{Request}}
            ? {{names["ApiCredential"]}}.Bearer({{CodeText.Literal(credential.Scheme)}}, null, token => {{Fetch}}({{Request}}, token), {{RenewBefore}})
            : {{otherwise}}
        """);

    public CodeText Method()
    {
        CodeText client = exchange.GroupProperty.Length == 0 ? CodeText.Empty : CodeText.Of($"{CodeText.Identifier(exchange.GroupProperty)}.");
        CodeText expiresIn = exchange.ExpiresIn is { } path ? CodeText.Of($"answer{PollingCode.State(path)}") : CodeText.Of($"null");
        return CodeText.Of($$"""
            private async {{names["ValueTask"]}}<{{names["AccessToken"]}}> {{Fetch}}({{names.Of(exchange.Request)}} request, {{names["CancellationToken"]}} cancellationToken)
            {
                {{names.Of(exchange.Answer)}} answer = await {{client}}{{CodeText.Identifier(exchange.Method)}}Async(request, cancellationToken: cancellationToken).ConfigureAwait(false);

                return {{names["AccessToken"]}}.FromSeconds(answer{{PollingCode.State(exchange.Token)}}, {{expiresIn}});
            }
            """);
    }

    private CodeText RenewBefore => exchange.RenewBefore == 0 ? CodeText.Of($"{names["TimeSpan"]}.Zero") : names.Duration(exchange.RenewBefore);
}
