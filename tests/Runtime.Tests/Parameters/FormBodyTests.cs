using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>Bodies of application/x-www-form-urlencoded, as a real server receives them.</summary>
public class FormBodyTests
{
    private static readonly ApiOperationInfo s_operation = new("create", HttpMethod.Post, "/create");

    // OpenAPI 3.1.1, section 4.8.14.4: objects are JSON, lists repeat their field, and null is left out. A space is a plus sign (WHATWG URL, section 5.2).
    [Theory]
    [InlineData("""{"id":"f81d4fae","address":{"streetAddress":"123 Example Dr."}}""", "id=f81d4fae&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%7D")]
    [InlineData("""{"a":["x","y",null],"b":true,"c":null,"d":1.50,"e":""}""", "a=x&a=y&b=true&d=1.50&e=")]
    [InlineData("""{"a b&c":"d=e+f\r\n"}""", "a+b%26c=d%3De%2Bf%0D%0A")]
    [InlineData("""{"a":[{"b":1}]}""", "a=%7B%22b%22%3A1%7D")]
    [InlineData("{}", "")]
    [InlineData("\"a=b&c=d\"", "a=b&c=d")]
    public async Task Fields_are_written_by_their_kind(string value, string expected) =>
        Assert.Equal(expected, (await SentAsync(call => call.FormBody(Json(value), JsonWrite.Element))).Body);

    [Fact]
    public async Task Fields_with_parts_may_have_one_style()
    {
        string body = (await SentAsync(call => call.FormBody(
            Json("""{"a":{"b":{"c":1}},"items":[{"price":"p","quantity":2}],"expand":["x","y"],"name":"n"}"""), JsonWrite.Element, ParameterStyle.DeepObject))).Body;

        Assert.Equal("a[b][c]=1&items[0][price]=p&items[0][quantity]=2&expand[0]=x&expand[1]=y&name=n", Uri.UnescapeDataString(body));
    }

    [Fact]
    public async Task Fields_may_have_a_style_of_their_own()
    {
        string body = (await SentAsync(call => call.FormBody(
            Json("""{"json":["a"],"commas":["b","c"],"spread":{"d":1,"e":2},"url":"http://f/?g","other":["h","i"],"bars":[1,2]}"""),
            JsonWrite.Element,
            null,
            new("json", ParameterStyle.Json),
            new("commas", ParameterStyle.Form, Explode: false),
            new("spread", ParameterStyle.Form),
            new("url", ParameterStyle.Form, AllowReserved: true),
            new("bars", ParameterStyle.PipeDelimited)))).Body;

        Assert.Equal("json=%5B%22a%22%5D&commas=b,c&d=1&e=2&url=http://f/?g&other=h&other=i&bars=1%7C2", body);
    }

    [Fact]
    public async Task A_server_reads_the_form()
    {
        Dictionary<string, string> form = [];
        (_, string? contentType, long? length) = await SentAsync(
            call => call.FormBody(Json("""{"name":"Zoë & co +1","tags":["a,b","c"]}"""), JsonWrite.Element),
            async context => form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => string.Join('|', field.Value.ToArray())));

        Assert.Equal(new() { ["name"] = "Zoë & co +1", ["tags"] = "a,b|c" }, form);
        Assert.Equal("application/x-www-form-urlencoded", contentType);
        Assert.Equal("name=Zo%C3%AB+%26+co+%2B1&tags=a%2Cb&tags=c".Length, length);
    }

    private static async Task<(string Body, string? ContentType, long? Length)> SentAsync(Action<ApiCall> set, Func<HttpContext, Task>? read = null)
    {
        string body = "";
        string? contentType = null;
        long? length = null;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            (contentType, length) = (context.Request.ContentType, context.Request.ContentLength);
            if (read is not null)
            {
                await read(context);
            }
            else
            {
                body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            }

            await context.Response.WriteAsync("{}");
        });
        using ApiPipeline pipeline = new(new() { BaseAddress = server.Address }, TestApi.EmptyCatalog, []);
        ApiCall call = new(s_operation);
        set(call);
        using ApiResponse response = await pipeline.SendAsync(call, CancellationToken.None);
        return (body, contentType, length);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
