namespace Dragoman.Corpus.Tests;

/// <summary>The operations that do not send or read what the document says, each with its reason. The list is exact: one of it that holds is a finding too.</summary>
internal static class KnownCalls
{
    private const string Contradiction = "No value is of the answer's schema, since its parts contradict each other.";

    private const string DynamicReference = "The client follows $dynamicRef; the values that are made here do not.";

    private const string NullObject = "A nullable object without members beside a reference is the document's null. The client reads null there, or what is referred to; the value that is made here is an empty object.";

    private static readonly Dictionary<(string Document, string Operation), string> s_reasons = new()
    {
        [("cases/ogen-negative-3-0-conflicting-property.json", "GET /test")] = Contradiction,
        [("cases/ogen-negative-3-0-string-value-2.json", "GET /foo")] = Contradiction,
        [("cases/kiota-3-1-inherited-generic-binding.yaml", "GET /inherited/groups")] = DynamicReference,
        [("cases/kiota-3-1-inherited-generic-binding.yaml", "GET /inherited/users")] = DynamicReference,
        [("cases/kiota-3-1-inline-binding.yaml", "GET /groups")] = DynamicReference,
        [("cases/kiota-3-1-inline-binding.yaml", "GET /orgs/users")] = DynamicReference,
        [("cases/kiota-3-1-inline-binding.yaml", "GET /teams/users")] = DynamicReference,
        [("cases/kiota-3-1-inline-binding.yaml", "GET /users")] = DynamicReference,
        [("cases/kiota-3-1-mixed-anchor-binding.yaml", "GET /mixed")] = DynamicReference,
        [("cases/kiota-3-1-multi-anchor-generic-binding.yaml", "GET /group-messages")] = DynamicReference,
        [("cases/kiota-3-1-multi-anchor-generic-binding.yaml", "GET /user-messages")] = DynamicReference,
        [("cases/kiota-3-1-multi-inline-binding.yaml", "GET /composite")] = DynamicReference,
        [("cases/kiota-3-1-non-identifier-schema-key.yaml", "GET /categories/non-identifier-tree")] = DynamicReference,
        [("cases/kiota-3-1-recursive-generic-binding.yaml", "GET /leaves")] = DynamicReference,
        [("cases/kiota-3-1-recursive-generic-binding.yaml", "GET /trees")] = DynamicReference,
        [("cases/kiota-3-1-request-response-inline-binding.yaml", "POST /shared")] = DynamicReference,
        [("digitalocean.yaml", "GET /v2/floating_ips")] = NullObject,
        [("digitalocean.yaml", "POST /v2/floating_ips")] = NullObject,
        [("digitalocean.yaml", "GET /v2/floating_ips/{floating_ip}")] = NullObject,
        [("digitalocean.yaml", "GET /v2/reserved_ips")] = NullObject,
        [("digitalocean.yaml", "POST /v2/reserved_ips")] = NullObject,
        [("digitalocean.yaml", "GET /v2/reserved_ips/{reserved_ip}")] = NullObject,
        [("digitalocean.yaml", "GET /v2/reserved_ipv6")] = NullObject,
        [("digitalocean.yaml", "GET /v2/reserved_ipv6/{reserved_ipv6}")] = NullObject,
    };

    /// <summary>What is found in a document beyond what is known of it.</summary>
    public static IEnumerable<string> Unknown(string document, CallRun run) =>
    [
        .. run.Problems.Where(found => !s_reasons.ContainsKey((document, found.Operation))).Select(found => $"{found.Operation}: {found.Problem}"),
        .. s_reasons.Keys.Where(known => known.Document == document && !run.Problems.Any(found => found.Operation == known.Operation)).Select(known => $"{known.Operation} holds, and is in the list of known calls"),
    ];
}
