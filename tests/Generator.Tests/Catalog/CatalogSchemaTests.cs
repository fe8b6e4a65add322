using System.Text.Json;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.JsonSchema;

namespace Dragoman.Generator.Tests.Catalog;

/// <summary>Editors check a catalog with the schema, the compiler with the reader: what one refuses for its shape, the other must not accept.</summary>
public sealed class CatalogSchemaTests
{
    private static readonly string s_spec = Repository.PathOf("spec");

    private static readonly Schema s_schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(s_spec, "error-catalog.schema.json"))).RootElement);

    public static TheoryData<string> ShippedCatalogs { get; } = [.. Directory.GetFiles(s_spec, "*errors.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_spec, file))];

    [Theory]
    [MemberData(nameof(ShippedCatalogs))]
    public void A_shipped_catalog_is_accepted_by_both(string file)
    {
        string text = File.ReadAllText(Path.Combine(s_spec, file));

        Assert.Empty(CatalogReading.Of(text).Messages);
        Assert.Empty(s_schema.Problems(NodeJson.Of(Reading.Good(text))));
    }

    [Theory]
    [InlineData("catalog: 1")]
    [InlineData("catalog: 1\napi: x\ndocs: https://example.com/{code}")]
    [InlineData("catalog: 1\nenvelope: { code: /a, message: /b, status: /c, requestId: /d, retryAfter: /e, members: { f: /f } }")]
    [InlineData("catalog: 1\nenvelope: [{ code: /a }, { message: /b/0/a~1b }]")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 10, base: 1ms, cap: 1h } }\nstatuses: { 404: { name: A }, 5XX: { name: B, retry: p } }")]
    [InlineData("catalog: 1\nerrors: { A: {}, 'b c': { status: 599, retry: wait }, C: { retry: { retries: 0 } } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1 } }\nerrors: { A: { retry: { policy: p, cap: 3600s } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: nothing }, B: { retry: authenticate }, C: { retry: restart }, D: { retry: reconnect }, E: { retry: prepare }, F: { retry: advisory } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { wait: 60s } }, B: { retry: { wait: 1h, retries: 10 } }, C: { retry: { until: /a } }, D: { retry: { until: /a/0, retries: 0 } } }\nstatuses: { 401: { name: A, recovery: authenticate } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, class: transient } }\nerrors: { A: { retry: { policy: p, class: throttling } }, B: { retry: { wait: 1s, class: capacity } }, C: { retry: { until: /a, class: not-ready } } }")]
    [InlineData("catalog: 1\nlimits: { a: { permits: 30, window: 1m, scope: credential, operations: [b] }, c: { permits: 1, window: 15m, scope: address }, d: { permits: 100000, window: 1h, scope: account } }")]
    [InlineData("catalog: 1\nerrors: { A: { status: 400, match: [No face, kein Gesicht] } }")]
    [InlineData("catalog: 1\nerrors: { A: { operations: [a, b] } }\noperations: { c: [A] }")]
    public void A_good_catalog_is_accepted_by_both(string text)
    {
        Assert.Empty(CatalogReading.Of(text).Messages);
        Assert.Empty(s_schema.Problems(NodeJson.Of(Reading.Good(text))));
    }

    [Theory]
    [InlineData("catalog: 1\nlimits: []")]
    [InlineData("catalog: 1\nlimits: { '': { permits: 1, window: 1m } }")]
    [InlineData("catalog: 1\nlimits: { a: { window: 1m } }")]
    [InlineData("catalog: 1\nlimits: { a: { permits: 0, window: 1m } }")]
    [InlineData("catalog: 1\nlimits: { a: { permits: 1, window: 2h } }")]
    [InlineData("catalog: 1\nlimits: { a: { permits: 1, window: 1m, scope: user } }")]
    [InlineData("catalog: 1\nlimits: { a: { permits: 1, window: 1m, operations: [] } }")]
    [InlineData("api: x")]
    [InlineData("catalog: 2")]
    [InlineData("catalog: '1'")]
    [InlineData("[catalog, 1]")]
    [InlineData("catalog: 1\nerror: {}")]
    [InlineData("catalog: 1\napi: 1")]
    [InlineData("catalog: 1\napi: ''")]
    [InlineData("catalog: 1\ndocs: javascript:x")]
    [InlineData("catalog: 1\ndocs: https://example.com/a b")]
    [InlineData("catalog: 1\nenvelope: /a")]
    [InlineData("catalog: 1\nenvelope: []")]
    [InlineData("catalog: 1\nenvelope: [/a]")]
    [InlineData("catalog: 1\nenvelope: { code: a }")]
    [InlineData("catalog: 1\nenvelope: { code: '' }")]
    [InlineData("catalog: 1\nenvelope: { code: /a~2 }")]
    [InlineData("catalog: 1\nenvelope: { kode: /a }")]
    [InlineData("catalog: 1\nenvelope: { members: [a] }")]
    [InlineData("catalog: 1\nenvelope: { members: { a: b } }")]
    [InlineData("catalog: 1\npolicies: []")]
    [InlineData("catalog: 1\npolicies: { p: {} }")]
    [InlineData("catalog: 1\npolicies: { p: 3 }")]
    [InlineData("catalog: 1\npolicies: { never: { retries: 1 } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: -1 } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 11 } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1.5 } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, class: terminal } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { wait: 1s, class: 1 } } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, base: 0s } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, cap: 61m } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, cap: 3600001ms } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, cap: 1 h } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, cap: 30 } }")]
    [InlineData("catalog: 1\npolicies: { p: { retries: 1, delay: 1s } }")]
    [InlineData("catalog: 1\nstatuses: { 600: { name: A } }")]
    [InlineData("catalog: 1\nstatuses: { 4xx: { name: A } }")]
    [InlineData("catalog: 1\nstatuses: { 2XX: { name: A } }")]
    [InlineData("catalog: 1\nstatuses: { default: { name: A } }")]
    [InlineData("catalog: 1\nstatuses: { 404: x }")]
    [InlineData("catalog: 1\nstatuses: { 404: { name: a } }")]
    [InlineData("catalog: 1\nstatuses: { 404: { name: A, status: 404 } }")]
    [InlineData("catalog: 1\nstatuses: { 404: { name: A, recovery: backoff } }")]
    [InlineData("catalog: 1\nerrors: []")]
    [InlineData("catalog: 1\nerrors: { '': {} }")]
    [InlineData("catalog: 1\nerrors: { A: }")]
    [InlineData("catalog: 1\nerrors: { A: { status: 99 } }")]
    [InlineData("catalog: 1\nerrors: { A: { status: '404' } }")]
    [InlineData("catalog: 1\nerrors: { A: { status: 4XX } }")]
    [InlineData("catalog: 1\nerrors: { A: { name: a-b } }")]
    [InlineData("catalog: 1\nerrors: { A: { message: 1 } }")]
    [InlineData("catalog: 1\nerrors: { A: { resolution: '' } }")]
    [InlineData("catalog: 1\nerrors: { A: { docs: /x } }")]
    [InlineData("catalog: 1\nerrors: { A: { operations: a } }")]
    [InlineData("catalog: 1\nerrors: { A: { operations: [] } }")]
    [InlineData("catalog: 1\nerrors: { A: { operations: [1] } }")]
    [InlineData("catalog: 1\nerrors: { A: { recovery: wait } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: 3 } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: [never] } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: {} } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { policy: never } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { retries: 11 } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { wait: 60 } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { wait: 0s } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { wait: 1s, retries: 11 } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { wait: 1s, until: /a } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { until: a } } }")]
    [InlineData("catalog: 1\nerrors: { A: { retry: { until: '' } } }")]
    [InlineData("catalog: 1\npolicies: { authenticate: { retries: 1 } }")]
    [InlineData("catalog: 1\nerrors: { A: {} }\noperations: [a]")]
    [InlineData("catalog: 1\nerrors: { A: {} }\noperations: { a: A }")]
    [InlineData("catalog: 1\nerrors: { A: {} }\noperations: { a: [] }")]
    [InlineData("catalog: 1\nerrors: { A: {} }\noperations: { a: [1] }")]
    public void A_malformed_catalog_is_refused_by_both(string text)
    {
        Assert.NotEmpty(CatalogReading.Of(text).Problems);
        Assert.NotEmpty(s_schema.Problems(NodeJson.Of(Reading.Good(text))));
    }
}
