using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides which credentials a client takes and which of them each operation may send.</summary>
internal sealed class SecurityLowering
{
    /// <summary>What the options of every client have.</summary>
    private static readonly string[] s_options =
    [
        "BaseAddress", "ServerAddress", "Timeout", "AttemptTimeout", "IdleTimeout", "MaxRetries", "MaxRetryAfter", "Retry", "DecideRetry", "Operations", "OperationIds", "RetryQuota", "RateLimits",
        "HedgingDelay", "CircuitBreaker", "MaxResponseBytes", "UserAgent", "OnCompleted", "TimeProvider", "Random",
    ];

    private readonly DiagnosticBag _diagnostics;
    private readonly NameScope _options = new([.. s_options, .. NameScope.ObjectMembers]);
    private readonly Dictionary<string, CredentialModel> _credentials = new(StringComparer.Ordinal);

    /// <summary>The schemes that the connection satisfies, and no header or parameter.</summary>
    private readonly HashSet<string> _ofConnection = new(StringComparer.Ordinal);

    /// <summary>Also the schemes that could not be read, which has been reported at their own place.</summary>
    private readonly IReadOnlyCollection<string> _declared;

    public SecurityLowering(ApiDocument document, DiagnosticBag diagnostics)
    {
        _declared = (document.Root.Mapping("components")?.Mapping("securitySchemes")?.Keys ?? []).ToList();
        _diagnostics = diagnostics;
        foreach (SecurityScheme scheme in document.SecuritySchemes)
        {
            if (scheme.IsOfConnection)
            {
                _ofConnection.Add(scheme.Name);
                _diagnostics.ReportAtName(Descriptors.SecurityOfConnection, scheme.Node, scheme.Name);
            }
            else if (Lower(scheme) is { } credential)
            {
                _credentials.Add(scheme.Name, credential);
            }
        }
    }

    public IEnumerable<CredentialModel> Credentials => _credentials.Values;

    /// <summary>The names of the options so far.</summary>
    public NameScope Options => _options;

    /// <summary>The alternatives of an operation, each the schemes that it takes together; those that we cannot satisfy are left out.</summary>
    public EquatableArray<EquatableArray<string>> AlternativesOf(Operation operation)
    {
        List<EquatableArray<string>> alternatives = [];
        foreach (MappingNode alternative in (operation.Security?.Items ?? []).OfType<MappingNode>())
        {
            foreach (Node unknown in alternative.Values.Where(scheme => !_declared.Contains(scheme.Key!.Text)))
            {
                _diagnostics.ReportAtName(Descriptors.UnknownSecurityScheme, unknown, unknown.Key!.Text, Suggestion.For(unknown.Key.Text, _declared));
            }

            List<string> sent = alternative.Keys.Where(scheme => !_ofConnection.Contains(scheme)).ToList();
            if (sent.All(_credentials.ContainsKey))
            {
                alternatives.Add(sent.ToEquatableArray());
            }
        }

        return alternatives.ToEquatableArray();
    }

    private CredentialModel? Lower(SecurityScheme scheme)
    {
        string wireName = scheme.Node.Text("name") ?? "";
        switch (scheme.Type, scheme.Node.Text("in"), scheme.HttpScheme)
        {
            case ("apiKey", "header", _):
                return IsGoodHeader(scheme, wireName) ? Credential(CredentialKind.Header, "") : null;
            case ("apiKey", "query", _) when wireName.Length == 0:
                _diagnostics.ReportAtName(Descriptors.MissingMember, scheme.Node, "name", "an API key in a query is sent under a name");
                return null;
            case ("apiKey", "query", _):
                return Credential(CredentialKind.Query, "");
            case ("apiKey", "cookie", _) when !HttpToken.Is(wireName):
                _diagnostics.ReportAtName(Descriptors.SecurityLeftOut, scheme.Node, scheme.Name, HeaderName.CookieForm);
                return null;
            case ("apiKey", "cookie", _):
                return Credential(CredentialKind.Cookie, "");
            case ("http", _, "bearer"):
                return Credential(CredentialKind.Bearer, "Token");
            case ("oauth2" or "openIdConnect", _, _):
                // However an access token was got, it is sent as RFC 6750 says.
                CredentialModel bearer = Credential(CredentialKind.Bearer, "Token");
                return bearer with { OAuth = OAuthLowering.Lower(scheme, bearer.PropertyName, _options) };
            case ("http", _, "basic"):
                return Credential(CredentialKind.Basic, "");
            case ("http", _, _) when scheme.Node.Text("scheme") is { } word && HttpToken.Is(word):
                return Credential(CredentialKind.Http, "") with { WireName = word };
            default:
                _diagnostics.ReportAtName(Descriptors.SecurityLeftOut, scheme.Node, scheme.Name, "its type must be apiKey, with a place and a name, or http, with a scheme, or oauth2, openIdConnect or mutualTLS");
                return null;
        }

        CredentialModel Credential(CredentialKind kind, string suffix)
        {
            string name = Identifier.Pascal(scheme.Name, "Secret");
            string property = _options.Take(name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix);
            return new CredentialModel(scheme.Name, kind, wireName, property, Identifier.LowerFirst(property), scheme.Node.Text("description") ?? "")
            {
                ProviderName = kind == CredentialKind.Bearer ? _options.Take($"{property}Provider") : "",
            };
        }
    }

    private bool IsGoodHeader(SecurityScheme scheme, string name)
    {
        if (HeaderName.Problem(name) is not { } problem)
        {
            return true;
        }

        _diagnostics.Report(Descriptors.BadHeaderName, scheme.Node["name"] ?? scheme.Node, name, problem);
        return false;
    }
}
