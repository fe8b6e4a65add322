using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>One exception for the API, one for each family of statuses, one for each code.</summary>
public sealed class ErrorLoweringTests
{
    [Fact]
    public void A_limit_names_operations_of_the_document()
    {
        const string Paths = "paths: { /a: { get: { operationId: getA, responses: { 204: {} } } } }";

        Assert.Equal(
            new LimitModel("chat", 30, 60_000, "Account", new EquatableArray<string>(["getA"])),
            Assert.Single(LoweredClient.Good(Paths, "limits: { chat: { permits: 30, window: 1m, scope: account, operations: [getA] } }").Model.Errors.Limits));
        Assert.Equal(
            ["'chat' names the operation 'getB', which the document does not have. Did you mean 'getA'?"],
            LoweredClient.Of(Paths, "limits: { chat: { permits: 30, window: 1m, operations: [getB] } }").Messages);
    }

    [Theory]
    [InlineData("errors: {}", "PetsException")]
    [InlineData("api: bitHuman", "BitHumanException")]
    [InlineData("api: Api", "ApiException")]
    [InlineData("api: '???'", "PetsException")]
    public void The_base_is_called_after_the_api(string catalog, string name) => Assert.Equal(name, Good(catalog).BaseName);

    /// <summary>A code belongs to its status where that has a family of its own, else to the range that holds it, else to the base.</summary>
    [Theory]
    [InlineData("errors: { GONE_AWAY: { status: 404 } }", "NotFoundException")]
    [InlineData("errors: { GONE_AWAY: { status: 402 } }", "PaymentRequiredException")]
    [InlineData("errors: { GONE_AWAY: { status: 418 } }", "Status418Exception")]
    [InlineData("errors: { GONE_AWAY: { status: 599 } }", "Status599Exception")]
    [InlineData("statuses: { 404: { name: Missing } }\nerrors: { GONE_AWAY: { status: 404 } }", "MissingException")]
    [InlineData("statuses: { 5XX: { name: Service } }\nerrors: { GONE_AWAY: { status: 503 } }", "ServiceException")]
    [InlineData("statuses: { 5XX: { name: Service }, 503: { name: Busy } }\nerrors: { GONE_AWAY: { status: 503 } }", "BusyException")]
    [InlineData("errors: { GONE_AWAY: {} }", "PetsException")]
    [InlineData("errors: { GONE_AWAY: { status: 200 } }", "PetsException")]
    public void A_code_has_a_family(string catalog, string baseName)
    {
        CodeErrorModel error = Assert.Single(Good(catalog).Codes);

        Assert.Equal(("GONE_AWAY", "GoneAwayException", "GoneAway", baseName), (error.Code, error.ExceptionName, error.PropertyName, error.BaseName));
    }

    /// <summary>Statuses of codes and both ranges have families, whether the catalog lists them or not, so that an unknown code has the nearest one.</summary>
    [Theory]
    [InlineData("errors: {}", "400-499 ClientErrorException, 500-599 ServerException")]
    [InlineData("errors: { A: { status: 429 }, B: { status: 429 }, C: { status: 500 } }", "400-499 ClientErrorException, 429-429 RateLimitException, 500-500 InternalServerException, 500-599 ServerException")]
    [InlineData("statuses: { 4XX: { name: Refused } }", "400-499 RefusedException, 500-599 ServerException")]
    [InlineData("statuses: { 4XX: { name: Refused } }\nerrors: { A: { status: 404 } }", "400-499 RefusedException, 500-599 ServerException")]
    [InlineData("statuses: { 429: {}, 404: { name: NotFound } }", "400-499 ClientErrorException, 404-404 NotFoundException, 429-429 RateLimitException, 500-599 ServerException")]
    public void Statuses_have_families(string catalog, string statuses) =>
        Assert.Equal(statuses, Statuses(Good(catalog)));

    /// <summary>A name that nobody chose is no reason to refuse one that somebody did.</summary>
    [Theory]
    [InlineData("errors: { NOT_FOUND: { status: 404 } }", "NotFoundException", "404-404 NotFoundStatusException")]
    [InlineData("statuses: { 404: { message: Nothing here. } }\nerrors: { NOT_FOUND: { status: 404 } }", "NotFoundException", "404-404 NotFoundStatusException")]
    [InlineData("statuses: { 404: {}, 410: { name: NotFound } }\nerrors: { A: { status: 410 } }", "AException", "404-404 NotFoundStatusException")]
    [InlineData("errors: { SERVER: { status: 500 } }", "ServerException", "500-599 ServerStatusException")]
    public void A_default_name_steps_aside(string catalog, string code, string status)
    {
        ErrorsModel errors = Good(catalog);

        Assert.Equal(code, Assert.Single(errors.Codes).ExceptionName);
        Assert.Contains(status, Statuses(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("errors: { a-b: {}, A_B: {} }", "'A_B' and 'a-b' would both be the class 'ABException': give one of them another 'name'")]
    [InlineData("errors: { A: { name: Same }, B: { name: Same } }", "'B' and 'A' would both be the class 'SameException': give one of them another 'name'")]
    [InlineData("errors: { A: { name: Same }, B: { name: SAME } }", "'B' and 'A' would both be the class 'SAMEException': give one of them another 'name'")]
    [InlineData("statuses: { 404: { name: NotFound } }\nerrors: { NOT_FOUND: {} }", "'NOT_FOUND' and '404' would both be the class 'NotFoundException': give one of them another 'name'")]
    [InlineData("statuses: { 404: { name: Same }, 410: { name: Same } }", "'410' and '404' would both be the class 'SameException': give one of them another 'name'")]
    public void Two_names_that_are_given_clash(string catalog, string message)
    {
        LoweredClient client = LoweredClient.Of("paths: {}", catalog);

        Assert.Equal([message], client.Messages);
        IEnumerable<string> names = client.Model.Errors.Codes.Select(error => error.ExceptionName).Concat(client.Model.Errors.Statuses.Select(status => status.ExceptionName));
        Assert.Equal(names, names.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("PETS", "PetsException2", "Pets")]
    [InlineData("Catalog", "CatalogException", "Catalog2")]
    [InlineData("equals", "EqualsException", "Equals2")]
    [InlineData("a/b", "ABException", "AB")]
    [InlineData("class", "ClassException", "Class")]
    [InlineData("404.1", "_404_1Exception", "_404_1")]
    [InlineData("!!!", "ErrorException", "Error")]
    public void A_code_has_names_that_classes_and_properties_can_have(string code, string exceptionName, string propertyName)
    {
        CodeErrorModel error = Assert.Single(Good($"errors: {{ '{code}': {{}} }}").Codes);

        Assert.Equal((code, exceptionName, propertyName), (error.Code, error.ExceptionName, error.PropertyName));
    }

    [Fact]
    public void A_code_has_the_texts_of_its_entry()
    {
        CodeErrorModel error = Assert.Single(Good("""
            docs: https://docs.example.com/errors#{code}
            errors: { A B: { status: 404, category: Agents, message: M., resolution: R., retry: { retries: 2, base: 1s, cap: 1m } } }
            """).Codes);

        Assert.Equal((404, "Agents", "M.", "R.", "https://docs.example.com/errors#A%20B"), (error.Status, error.Category, error.Message, error.Resolution, error.DocsUrl));
        Assert.Equal(new RetryModel(RetryAction.Backoff, Retries: 2, Base: 1000, Cap: 60_000), error.Retry);
    }

    /// <summary>A page by code says nothing about a failure without one.</summary>
    [Theory]
    [InlineData("docs: https://docs.example.com/errors", "{}", "https://docs.example.com/errors")]
    [InlineData("docs: https://docs.example.com/errors", "{ docs: https://docs.example.com/429 }", "https://docs.example.com/429")]
    [InlineData("docs: https://docs.example.com/errors#{code}", "{}", null)]
    [InlineData("api: Pets", "{}", null)]
    public void A_status_has_the_page_of_the_catalog(string catalog, string entry, string? page) =>
        Assert.Equal(page, Good($"{catalog}\nstatuses: {{ 429: {entry} }}").Statuses.Single(status => status.From == 429).DocsUrl);

    [Theory]
    [InlineData("{}", "Never")]
    [InlineData("{ retry: never }", "Never")]
    [InlineData("{ retry: poll }", "Poll")]
    [InlineData("{ retry: wait }", "Wait")]
    [InlineData("{ retry: change }", "ChangeRequest")]
    [InlineData("{ retry: nothing }", "Nothing")]
    [InlineData("{ retry: authenticate }", "Authenticate")]
    [InlineData("{ retry: restart }", "Restart")]
    [InlineData("{ retry: reconnect }", "Reconnect")]
    [InlineData("{ retry: prepare }", "Prepare")]
    [InlineData("{ retry: advisory }", "Advisory")]
    [InlineData("{ retry: { wait: 60s } }", "After")]
    [InlineData("{ retry: { until: /reset_time } }", "Until")]
    public void What_helps_is_said_of_every_code(string entry, string action) =>
        Assert.Equal(action, Assert.Single(Good($"errors: {{ A: {entry} }}").Codes).Retry.Action.ToString());

    /// <summary>Silence in the catalog means never. Only where the runtime would retry on its own does that have to be said.</summary>
    [Theory]
    [InlineData("404: {}", null)]
    [InlineData("4XX: {}", "Never")]
    [InlineData("429: {}", "Never")]
    [InlineData("408: { retry: never }", "Never")]
    [InlineData("501: {}", null)]
    [InlineData("404: { retry: poll }", "Poll")]
    [InlineData("503: { retry: { retries: 1 } }", "Backoff")]
    public void A_status_has_a_rule_where_it_matters(string status, string? action)
    {
        ErrorsModel errors = Good($"statuses: {{ {status} }}");

        Assert.Equal(action, errors.Statuses.Single(model => model.From == int.Parse(status[..3].Replace('X', '0'), System.Globalization.CultureInfo.InvariantCulture) && (model.To != model.From) == status.StartsWith("4XX", StringComparison.Ordinal)).Retry?.Action.ToString());
    }

    [Fact]
    public void Without_a_catalog_the_statuses_of_responses_have_families()
    {
        ErrorsModel errors = LoweredClient.Good("paths: { /a: { get: { responses: { 200: {}, 404: {}, 429: {}, 4XX: {}, default: {} } }, put: { responses: { 404: {}, 302: {} } } } }").Model.Errors;

        Assert.Equal("400-499 ClientErrorException, 404-404 NotFoundException, 429-429 RateLimitException, 500-599 ServerException", Statuses(errors));
        Assert.Empty(errors.Codes);
    }

    [Fact]
    public void An_operation_that_is_not_there_is_shown()
    {
        LoweredClient client = LoweredClient.Of("paths: { /a: { get: { operationId: getAgent } } }", "errors: { A: { operations: [getAgnet, getAgent] } }");

        Assert.Equal(["DRG3005 2:29"], client.Problems);
        Assert.Equal(["'A' names the operation 'getAgnet', which the document does not have. Did you mean 'getAgent'?"], client.Messages);
    }

    private static ErrorsModel Good(string catalog) => LoweredClient.Good("paths: {}", catalog).Model.Errors;

    private static string Statuses(ErrorsModel errors) => string.Join(", ", errors.Statuses.Select(status => $"{status.From}-{status.To} {status.ExceptionName}"));
}
