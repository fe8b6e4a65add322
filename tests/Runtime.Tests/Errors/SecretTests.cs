using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class SecretTests
{
    private const string Canary = TestClient.Secret;

    // How a server may show the secret: as it is, in JSON with the escapes that differ between writers, and in an address.
    public static TheoryData<string> Echoes => new(
        Canary,
        JsonSerializer.Serialize(Canary),
        "\"s3cr3t\\/with+\\\"marks\\\"\"",
        "\"s3cr3t\\/with+\\u0022marks\\\"\"",
        Uri.EscapeDataString(Canary),
        "s3cr3t%2fwith%2b%22marks%22");

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_body_that_echoes_the_secret_is_masked(string echo)
    {
        ServerException error = await FailAsync<ServerException>(500, $"header was {echo}!", ("x-request-id", "r"), ("Content-Type", $"text/plain; x={echo}"));

        Assert.Equal("header was ***!", error.Body!.Replace("\"", "", StringComparison.Ordinal));
        AssertSafe(error);
    }

    [Fact]
    public async Task A_message_a_code_a_member_and_an_id_that_echo_the_secret_are_masked()
    {
        string escaped = JsonSerializer.Serialize($"you sent {Canary}");
        string hidden = "\"\\u0073" + JsonSerializer.Serialize(Canary)[2..];
        string body = $$$"""{"error":{"code":{{{escaped}}},"message":{{{hidden}}},"details":{"headers":[{{{hidden}}}]}},"request_id":{{{escaped}}}}""";

        ServerException error = await FailAsync<ServerException>(500, body);

        Assert.Equal("***", error.Message);
        Assert.Equal("you sent ***", error.Code);
        Assert.Equal("you sent ***", error.RequestId);
        Assert.Equal("***", error.Members["details"].GetString());
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"a\b", @"plain a\b", "plain ***")]
    [InlineData(@"a\b", """ "a\\b" """, """ "***" """)]
    [InlineData("é+é", "%C3%A9%2B%C3%A9 \\u00e9+é", "*** ***")]
    [InlineData("abc", "ababcab", "ab***ab")]
    [InlineData("abc", "ab", "ab")]
    [InlineData("", "text", "text")]
    [InlineData("\\", "a \\ text", "a \\ text")]
    [InlineData("a\"b\\c", """ "{\"p\":\"a\\\"b\\\\c\"}" """, """ "{\"p\":\"***\"}" """)]
    [InlineData("a\"bé", "a%5C%22b%5cu00e9 a%22b%c3%A9", "*** ***")]
    [InlineData("C:\\users", "C:\\users C:\\\\\\\\users C:\\\\\u0075sers", "*** *** ***")]
    public void Secrets_are_recognised_in_all_their_forms(string secret, string text, string masked) => Assert.Equal(masked, new SecretMask([secret]).Apply(text));

    /// <summary>A service chooses what its errors are made of, and must not choose how long they are looked at.</summary>
    [Fact(Timeout = 30_000)]
    public async Task A_text_of_backslashes_is_looked_at_once()
    {
        string text = new('\\', 64 * 1024);
        SecretMask mask = new(Enumerable.Range(0, 20).Select(static number => $"\"key\\{number}"));

        Assert.Equal(text, await Task.Run(() => mask.Apply(text)));
    }

    [Fact]
    public void Of_a_secret_in_a_secret_the_longer_one_goes() => Assert.Equal("*** ***", new SecretMask(["key", "key-long"]).Apply("key-long key"));

    [Fact]
    public async Task A_secret_that_the_limit_cuts_is_masked_too()
    {
        string body = new string('x', 64 * 1024 - 8) + Canary;

        ServerException error = await FailAsync<ServerException>(500, body);

        Assert.EndsWith("xxx***", error.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization", "Bearer user-canary", "user-canary")]
    [InlineData("Cookie", "session=user-canary", "session=user-canary")]
    [InlineData("X-Api-Key", "user-canary", "user-canary")]
    [InlineData("X-Subscription-Key", "user-canary", "user-canary")]
    public async Task Headers_that_the_caller_adds_are_masked(string name, string value, string echo)
    {
        RequestOptions options = new() { Headers = { [name] = value } };
        StubHandler handler = StubHandler.Of((400, $"bad {echo}"));
        using TestClient client = new(handler);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync(options));

        Assert.Equal("bad ***", error.Body);
    }

    [Theory]
    [InlineData("share_token", "query-canary", "query-canary", "bad ***")]
    [InlineData("api-key", "a&query/canary", "a&query/canary or a%26query%2fcanary", "bad *** or ***")]
    [InlineData("X-Amz-Signature", "0123456789abcdef", "0123456789abcdef", "bad ***")]
    [InlineData("page_token", "3", "3", "bad 3")]
    [InlineData("author", "Shakespeare", "Shakespeare", "bad Shakespeare")]
    public async Task Query_parameters_whose_names_say_so_are_masked(string name, string value, string echo, string body)
    {
        using TestClient client = new(StubHandler.Of((400, $"bad {echo}")));
        ApiCall call = TestApi.GetCall();
        call.Query(name, value);
        ApiCall linked = TestApi.GetCall(new() { Link = new($"/other?a=1&{name}={Uri.EscapeDataString(value)}#end", UriKind.Relative) });

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.CallAsync(call));
        TestApiException linkedError = await Assert.ThrowsAsync<TestApiException>(() => client.CallAsync(linked));

        Assert.Equal((body, body), (error.Body, linkedError.Body));
    }

    [Fact]
    public async Task Default_headers_of_a_given_client_are_masked()
    {
        using HttpClient httpClient = new(StubHandler.Of((400, "bad default-canary")));
        httpClient.DefaultRequestHeaders.Authorization = new("Bearer", "default-canary");
        using ApiPipeline pipeline = new(new() { BaseAddress = new("https://api.example") }, TestApi.Catalog, [], httpClient);

        using ApiResponse response = await pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None);

        Assert.Equal("bad ***", response.ToException().Body);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("bearer")]
    [InlineData("query")]
    public async Task Every_kind_of_credential_is_masked(string kind)
    {
        ApiCredential credential = kind switch
        {
            "basic" => ApiCredential.Basic("apiSecret", "user", Canary),
            "bearer" => ApiCredential.Bearer("apiSecret", Canary),
            _ => ApiCredential.Query("apiSecret", "key", Canary),
        };
        string base64 = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"user:{Canary}"));
        StubHandler handler = StubHandler.Of((500, $"{Canary} {Uri.EscapeDataString(Canary)} {base64}"));
        using TestClient client = new(handler, static options => options.MaxRetries = 0, credentials: [credential]);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.StartsWith("*** ***", error.Body, StringComparison.Ordinal);
        Assert.Equal(kind != "basic", error.Body!.Contains(base64, StringComparison.Ordinal)); // only what is sent is a secret
        AssertSafe(error);
        Assert.Equal("apiSecret (set)", credential.ToString());
    }

    [Fact]
    public async Task A_failure_of_the_transport_that_shows_the_secret_is_masked()
    {
        StubHandler handler = new(static _ => throw new HttpRequestException($"proxy refused {Canary}", new IOException($"inner {Canary}")));
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.PostAsync());

        Assert.EndsWith("inner ***", error.Message, StringComparison.Ordinal);
        Assert.Equal("inner ***", Assert.Single(error.Attempts).Failure);
        Assert.Null(error.InnerException);
        AssertSafe(error);
    }

    [Fact]
    public async Task A_success_that_breaks_the_contract_is_masked()
    {
        StubHandler handler = StubHandler.Of((200, JsonSerializer.Serialize(Canary)));
        using TestClient client = new(handler);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.Equal("\"***\"", error.Body);
        AssertSafe(error);
    }

    // Members of both bodies, by their JSON pointers.
    [Theory]
    [InlineData(400, """{"error":{"message":"The key body-canary is unknown."}}""")]
    [InlineData(400, "body-can\\u0061ry")]
    [InlineData(200, """{"data":{"token":"answer-canary"},"echo":"body-canary"}""")]
    [InlineData(200, """{"data":{"token":"answer-canary"}""")]
    public async Task Members_that_the_operation_calls_secret_are_masked(int status, string body)
    {
        ApiOperationInfo operation = new("createToken", HttpMethod.Post, "/token") { Secrets = ["/key/secret", "/data/token"] };
        StubHandler handler = StubHandler.Of((status, body));
        using TestClient client = new(handler);
        ApiCall call = new(operation);
        call.JsonBody("body-canary", static (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("key");
            writer.WriteString("secret", value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.CallAsync(call));

        Assert.Contains("***", error.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch("can(a|.u0061)ry", $"{error} {error.Message} {error.Body} {error.Error}");
    }

    /// <summary>In place of a token, <c>~*</c> is every item and every member; a member of its own name is one of them.</summary>
    [Theory]
    [InlineData("/keys/~*/secret", """{"keys":[{"secret":"canary-1","id":"a"},{"secret":"canary-2","id":"b"}]}""", "a b")]
    [InlineData("/keys/~*/secret", """{"keys":{"x":{"secret":"canary-1","id":"a"},"~*":{"secret":"canary-2","id":"b"}}}""", "a b")]
    [InlineData("/~*/~*", """[["canary-1"],["canary-2"]]""", "")]
    [InlineData("/keys", """{"keys":["canary-1",{"deep":["canary-2",7777]}]}""", "")]
    [InlineData("/keys/~*/secret /keys/a/pin", """{"keys":{"a":{"secret":"canary-1","pin":"canary-2"},"b":{"pin":"1234"}}}""", "1234")]
    [InlineData("/keys/~*/secret", """{"keys":[{"secret":"canary-1"},{"secret":"canary-2","cut""", "")]
    public void Members_within_lists_and_maps_are_found(string pointers, string json, string shown)
    {
        string masked = new SecretMask(BodySecrets.Of(pointers.Split(' '), Encoding.UTF8.GetBytes(json))).Apply(json)!;

        Assert.DoesNotContain("canary", masked, StringComparison.Ordinal);
        Assert.All(shown.Split(' '), text => Assert.Contains(text, masked, StringComparison.Ordinal));
    }

    /// <summary>The parts of a form are its members.</summary>
    [Theory]
    [InlineData("The password form-canary is short.")]
    [InlineData("The key in \"part-canary\" is unknown.")]
    [InlineData("The token named/canary~ is unknown.")]
    [InlineData("The second of item-canary is unknown.")]
    public async Task Parts_that_the_operation_calls_secret_are_masked(string body)
    {
        ApiOperationInfo operation = new("upload", HttpMethod.Post, "/upload") { Secrets = ["/password", "/key/secret", "/a~1b~0", "/none", "/list/~*/secret"] };
        using TestClient client = new(StubHandler.Of((400, body)));
        ApiCall call = new(operation);
        MultipartForm form = new();
        form.Text("note", "short");
        form.Text("password", "form-canary");
        form.Json("key", "part-canary", static (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteString("secret", value);
            writer.WriteEndObject();
        });
        form.Text("a/b~", "named/canary~");
        form.Json("list", "item-canary", static (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteString("secret", value);
            writer.WriteEndObject();
        });
        form.File("none", FileUpload.FromBytes(new byte[1]));
        call.MultipartBody(form);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.CallAsync(call));

        Assert.Contains("***", error.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{error} {error.Body}", StringComparison.Ordinal);
    }

    /// <summary>Each line is a value of its own, of which nothing is kept but what it must not show.</summary>
    [Fact]
    public async Task Members_of_lines_that_are_sent_are_masked()
    {
        ApiOperationInfo operation = new("addKeys", HttpMethod.Post, "/keys") { Secrets = ["/secret"] };
        await using WebServer server = await WebServer.StartAsync(static async context =>
        {
            using StreamReader body = new(context.Request.Body);
            string sent = await body.ReadToEndAsync();
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync($"not all of these: {sent}");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        ApiCall call = new(operation);
        call.LinesBody(["line-canary", "canary\"2"], static (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteString("secret", value);
            writer.WriteEndObject();
        });

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.CallAsync(call));

        Assert.Equal("not all of these: {\"secret\":\"***\"}\n{\"secret\":\"***\"}\n", error.Body);
        Assert.DoesNotContain("canary", $"{error} {error.Error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_lines_that_are_received_are_masked()
    {
        ApiOperationInfo operation = new("keys", HttpMethod.Get, "/keys") { Secrets = ["/secret"] };
        using TestClient client = new(StubHandler.Of((200, """{"secret":"first"}""" + "\n" + """{"secret":"line-canary","n":"line-canary"}""")));

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(async () =>
        {
            await foreach (long _ in client.Pipeline.LinesAsync(new(operation), "application/x-ndjson", Number, CancellationToken.None))
            {
            }
        });

        Assert.Equal("""{"secret":"***","n":"***"}""", error.Body);
        Assert.DoesNotContain("canary", $"{error} {error.Message}", StringComparison.Ordinal);

        static long Number(ref Utf8JsonReader reader)
        {
            using JsonDocument value = JsonDocument.ParseValue(ref reader);
            return value.RootElement.TryGetProperty("n", out _) ? throw new JsonException($"not {value.RootElement}") : 0;
        }
    }

    [Fact]
    public void Credentials_and_options_do_not_show_their_values()
    {
        Assert.Equal("s (set)", ApiCredential.Header("s", "X", Canary).ToString());
        Assert.Equal("s (not set)", ApiCredential.Header("s", "X", null).ToString());
        Assert.DoesNotContain(Canary, new SecretOptions { Secret = Canary }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_sent_is_refused_without_being_shown()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => ApiCredential.Bearer("s", "canary\r\nX: y"));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<T> FailAsync<T>(int status, string body, params (string, string)[] headers)
        where T : ApiException
    {
        StubHandler handler = StubHandler.Of(() => StubHandler.Response(status, body, headers));
        using TestClient client = new(handler, static options => options.MaxRetries = 0);
        return await Assert.ThrowsAsync<T>(() => client.GetAsync());
    }

    private static void AssertSafe(ApiException error)
    {
        string all = $"{error} {error.Message} {error.Body} {error.ContentType} {error.Error} {string.Join(' ', error.Attempts)}";
        foreach (string form in new[] { Canary, Uri.EscapeDataString(Canary), "s3cr3t" })
        {
            Assert.DoesNotContain(form, all, StringComparison.Ordinal);
        }
    }

    private sealed class SecretOptions : ApiClientOptions
    {
        public string? Secret { get; set; }
    }
}
