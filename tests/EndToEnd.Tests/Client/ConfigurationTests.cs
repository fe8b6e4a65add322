using System.Text;
using BitHuman;
using Dragoman.Samples.Emulator;
using Microsoft.Extensions.Configuration;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Options that are bound from a section of a configuration, by reflection and by the code that the platform's binding generator writes.</summary>
public class ConfigurationTests
{
    // The catalog repeats NO_AVAILABLE_WORKERS five times after 1 s and more, and RATE_LIMITED three times.
    private const string Settings = """
        {
          "Timeout": "00:00:30",
          "MaxRetries": 4,
          "MaxRetryAfter": "00:00:05",
          "MaxResponseBytes": 1048576,
          "RateLimits": { "Mode": "Refuse", "QueueLimit": 10 },
          "CircuitBreaker": { "FailureRatio": 0.75, "MinimumThroughput": 1000, "SamplingDuration": "00:01:00", "BreakDuration": "00:00:10" },
          "Retry": {
            "NO_AVAILABLE_WORKERS": { "Retries": 2, "BaseDelay": "00:00:00.250", "MaxDelay": "00:00:10", "Class": "Capacity" },
            "5XX": { "Retries": 0 }
          },
          "Operations": {
            "speak": { "MaxRetries": 1 },
            "addContext": {
              "Timeout": "00:00:10",
              "HedgingDelay": "00:00:00.300",
              "Retry": { "NO_AVAILABLE_WORKERS": { "Retries": 3 } }
            }
          }
        }
        """;

    public static TheoryData<string> Ways => ["reflection", "generated"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task WhatASectionSaysOfACodeHolds(string way)
    {
        await using Session session = await Session.StartAsync(Settings, way);
        session.Emulator.Fail("getAgent", "NO_AVAILABLE_WORKERS", times: 20);
        session.Emulator.Fail("getDynamics", "INTERNAL_ERROR", times: 20);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => Calls.Of(session.Client, "getAgent"));
        await Assert.ThrowsAsync<InternalErrorException>(() => Calls.Of(session.Client, "getDynamics"));

        Assert.Equal([250, 500], session.Waits);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task WhatASectionSaysOfAnOperationHolds(string way)
    {
        await using Session session = await Session.StartAsync(Settings, way);
        session.Emulator.Fail("speak", "NO_AVAILABLE_WORKERS", times: 20);
        session.Emulator.Fail("addContext", "NO_AVAILABLE_WORKERS", times: 4);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => Calls.Of(session.Client, "speak"));
        Assert.Equal([250], session.Waits);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => Calls.Of(session.Client, "addContext"));
        Assert.Equal([250, 1000, 2000, 4000], session.Waits);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TimesOfASectionHold(string way)
    {
        await using Session session = await Session.StartAsync(Settings, way);
        session.Emulator.Fail("getAgent", "RATE_LIMITED", retryAfter: "6");
        session.Emulator.Fail("addContext", "RATE_LIMITED", times: 20, retryAfter: "4");

        RateLimitedException tooLong = await Assert.ThrowsAsync<RateLimitedException>(() => Calls.Of(session.Client, "getAgent"));
        RateLimitedException tooLate = await Assert.ThrowsAsync<RateLimitedException>(() => Calls.Of(session.Client, "addContext"));

        Assert.Equal((StopReason.RetryAfterTooLong, StopReason.DeadlineTooClose), (tooLong.StopReason, tooLate.StopReason));
        Assert.Equal([4000, 4000], session.Waits);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AnOperationThatTheClientDoesNotHaveIsNoSetting(string way)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => Session.StartAsync("""{ "Operations": { "Speak": { "MaxRetries": 1 } } }""", way));

        Assert.Equal("The client has no operation 'Speak'. It has 'speak'. (Parameter 'Operations[Speak]')", error.Message);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void NestedSectionsAreBound(string way)
    {
        BitHumanClientOptions options = new();
        Bind(options, Settings, way);

        Assert.Equal((RateLimitMode.Refuse, 10, 1_048_576), (options.RateLimits?.Mode, options.RateLimits?.QueueLimit, options.MaxResponseBytes));
        Assert.Equal((0.75, 1000), (options.CircuitBreaker?.FailureRatio, options.CircuitBreaker?.MinimumThroughput));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10)), (options.CircuitBreaker?.SamplingDuration, options.CircuitBreaker?.BreakDuration));
        Assert.Equal(TimeSpan.FromMilliseconds(300), options.Operations["addContext"].HedgingDelay);
    }

    [Fact]
    public void WhatTheDocumentNamesIsSetByASectionToo()
    {
        BitHumanClientOptions options = new();
        Section("""{ "BaseAddress": "https://bithuman.example/eu", "ApiSecret": "from the configuration" }""").Bind(options);

        Assert.Equal(("https://bithuman.example/eu", "from the configuration"), (options.BaseAddress?.OriginalString, options.ApiSecret));
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Fact]
    public void NamesThatTheOptionsDoNotHaveCanBeRefused()
    {
        Section(Settings).Bind(new BitHumanClientOptions(), static binder => binder.ErrorOnUnknownConfiguration = true);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
            Section("""{ "Operations": { "speak": { "MaxRetrys": 1 } } }""").Bind(new BitHumanClientOptions(), static binder => binder.ErrorOnUnknownConfiguration = true));
        Assert.Contains("MaxRetrys", error.GetBaseException().Message, StringComparison.Ordinal);
    }

    private static void Bind(ApiClientOptions options, string json, string way) => (way == "generated" ? BindGenerated : s_bindReflected)(Section(json), options);

    // The generator of the platform looks at calls; a delegate stays what it is.
    private static readonly Action<IConfiguration, ApiClientOptions> s_bindReflected = ConfigurationBinder.Bind;

    // Generators do not see each other's classes, so that there is code for the base class only.
    private static void BindGenerated(IConfiguration section, ApiClientOptions options) => section.Bind(options);

    private static IConfigurationSection Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "BitHuman": {{json}} }"""))).Build().GetSection("BitHuman");

    private sealed class Session(BitHumanEmulator emulator, FakeTimeProvider clock, BitHumanClient client) : IAsyncDisposable
    {
        public BitHumanEmulator Emulator => emulator;

        public BitHumanClient Client => client;

        public IEnumerable<double> Waits => clock.Waits.Select(static wait => wait.TotalMilliseconds);

        public static async Task<Session> StartAsync(string json, string way)
        {
            BitHumanEmulator emulator = await BitHumanEmulator.StartAsync();
            try
            {
                FakeTimeProvider clock = new();
                BitHumanClientOptions options = ClientSession.Options(emulator.BaseAddress, clock);
                Bind(options, json, way);
                return new(emulator, clock, new(options));
            }
            catch
            {
                await emulator.DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await emulator.DisposeAsync();
        }
    }
}
