using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>A real server with a data folder of its own, on a free port of the loopback address. The tests of the collection run one after the other and share it.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);
    private readonly int _port = FreePort();
    private DirectoryInfo? _folder;
    private Process? _process;
    private NpgsqlDataSource? _database;

    /// <summary>How it is reached.</summary>
    public string Address => $"Host=127.0.0.1;Port={_port};Username=tester;Database=postgres";

    /// <summary>The database with the schema of limits. A test that asks for it is skipped where there is no PostgreSQL.</summary>
    public NpgsqlDataSource Database
    {
        get
        {
            PostgreSqlFiles.SkipIfMissing();
            return _database!;
        }
    }

    private string Data => Path.Combine(_folder!.FullName, "data");

    public async ValueTask InitializeAsync()
    {
        if (!PostgreSqlFiles.AreHere)
        {
            return;
        }

        _folder = await PostgreSqlFiles.MakeFolderAsync();
        await PostgreSqlFiles.RunAsync("initdb", "-D", Data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        await StartAsync();
        _database = NpgsqlDataSource.Create(Address);
        await PostgreSqlLimits.CreateSchemaAsync(_database);
    }

    /// <summary>Returns when the server takes connections.</summary>
    public async Task StartAsync()
    {
        _process = PostgreSqlFiles.Start(
            "postgres", "-D", Data, "-h", "127.0.0.1", "-p", $"{_port}", "-k", "",
            "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "dynamic_shared_memory_type=mmap", "-c", "autovacuum=off");
        using CancellationTokenSource limit = new(s_startLimit);
        List<string> lines = [];
        while (await _process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (line.EndsWith("database system is ready to accept connections", StringComparison.Ordinal))
            {
                // Whoever writes to a pipe that nobody reads stands still in the end.
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException($"The server did not start: {string.Join('\n', lines)}");
    }

    /// <summary>Ends it without a chance to say so to anybody.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();

        // So that a test's own questions do not fail on connections from before.
        _database!.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (_process is not null)
        {
            // Not killed, since that would leave its shared memory behind.
            await PostgreSqlFiles.RunAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-s");
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder?.Delete(recursive: true);
    }

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
