using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Dragoman.PostgreSql.Tests;

/// <summary>A process that asks for permits without an end.</summary>
internal sealed class CallerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<(string Answer, long Time)> _answers = new();
    private readonly SemaphoreSlim _news = new(0);
    private Task _reading = Task.CompletedTask;

    private CallerProcess(Process process)
    {
        _process = process;
    }

    /// <summary>What it was answered, and when, in microseconds since 1970.</summary>
    public IReadOnlyList<(string Answer, long Time)> Answers => [.. _answers];

    /// <summary>Starts a process that is ready, but waits until it is let go.</summary>
    public static async Task<CallerProcess> StartAsync(params string[] arguments)
    {
        CallerProcess caller = new(Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PostgreSql.Caller.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
        Assert.Equal("ready", await caller._process.StandardOutput.ReadLineAsync());
        return caller;
    }

    public async Task GoAsync()
    {
        _reading = Task.Run(ReadAsync);
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for an answer of one kind from a time on.</summary>
    public async Task WaitForAsync(string answer, long from, CancellationToken cancellationToken)
    {
        while (!_answers.Any(given => given.Answer == answer && given.Time >= from))
        {
            Assert.False(_reading.IsCompleted, "The process ended.");
            await _news.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Lets the process end by itself.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        Assert.Equal(0, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _reading;
        _process.Dispose();
        _news.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            string[] parts = line.Split(' ');
            _answers.Enqueue((parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)));
            _news.Release();
        }

        _news.Release();
    }
}
