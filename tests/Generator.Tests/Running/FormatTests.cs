using System.Reflection;
using System.Text.Json;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Formats on the wire.</summary>
public sealed class FormatTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Forms:
          type: object
          properties:
            created: { type: integer, format: unixtime }
            exact: { type: number, format: unixtime }
            modified: { type: string, format: http-date }
            wait: { type: number, format: seconds }
            pause: { type: integer, format: milliseconds }
            key: { type: string, contentEncoding: base64url }
            keys: { type: array, items: { type: string, format: base64url } }
            id: { type: string, format: int64 }
            size: { type: integer, format: uint64 }
            price: { type: string, format: decimal }
            ids: { type: object, additionalProperties: { type: [string, 'null'], format: int64 } }
            count: { type: [integer, string], format: int32, pattern: '^-?(?:0|[1-9]\d*)$' }
            total: { type: ['null', number, string], format: double }
            counts: { type: array, items: { format: int32, pattern: '^-?(?:0|[1-9]\d*)$' } }
        """, "Forms"))
        .WithSource("""
            using System;
            using Consumer.Cases;

            internal static class Story
            {
                public static Forms Tell() => new()
                {
                    Created = DateTimeOffset.UnixEpoch,
                    Exact = DateTimeOffset.UnixEpoch,
                    Modified = DateTimeOffset.UnixEpoch,
                    Wait = TimeSpan.FromSeconds(1.5),
                    Pause = TimeSpan.FromSeconds(1),
                    Key = new byte[] { 1 },
                    Id = long.MaxValue,
                    Size = ulong.MaxValue,
                    Price = 12.50m,
                    Count = 5,
                };
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_forms = new(s_assembly, "Consumer.Cases.Forms");

    [Theory]
    [InlineData("""{"created":784111777}""")]
    [InlineData("""{"exact":784111777.5}""")]
    [InlineData("""{"modified":"Sun, 06 Nov 1994 08:49:37 GMT"}""")]
    [InlineData("""{"wait":35.625,"pause":1000}""")]
    [InlineData("""{"key":"A-z_4ME","keys":["","Zg"]}""")]
    [InlineData("""{"id":"9223372036854775807","size":18446744073709551615,"price":"12.50","ids":{"a":"1","b":null}}""")]
    [InlineData("""{"count":5,"total":1.5,"counts":[1,2]}""")]
    public void A_value_is_written_as_it_was_read(string json) => Assert.Equal(json, s_forms.RoundTrip(json));

    /// <summary>ASP.NET Core describes its numbers as numbers or texts, takes both, and sends numbers.</summary>
    [Fact]
    public void A_number_that_may_be_a_text_is_written_as_a_number() =>
        Assert.Equal("""{"count":-5,"total":1.5,"counts":[1,2]}""", s_forms.RoundTrip("""{"count":"-5","total":"1.5","counts":["1",2]}"""));

    [Theory]
    [InlineData("""{"created":"784111777"}""")]
    [InlineData("""{"wait":"1s"}""")]
    [InlineData("""{"ids":{"a":"b"}}""")]
    public void What_is_of_another_form_is_refused(string json) => Assert.Throws<JsonException>(() => s_forms.Read(json));
}
