using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BitHuman;

namespace Dragoman.Benchmarks;

/// <summary>Reading and writing one answer of bitHuman: what we generate beside System.Text.Json's own source generator on a class of the same shape.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class JsonBenchmarks
{
    private static readonly byte[] s_json = """
        {"agent_id":"A48KTR2051","status":"ready","progress":1.0,"progress_msg":"Done","current_step":"lip_created","error_message":null,
        "system_prompt":"You are a patient guide.","image_url":"https://files.example/a.jpg","video_url":"https://files.example/a.mp4",
        "model_url":"https://files.example/a.imx","name":"Guide","created_at":"2026-05-01T12:00:00Z","updated_at":"2026-05-01T12:04:10Z"}
        """u8.ToArray();

    private readonly AgentStatus _ours = JsonSerializer.Deserialize(s_json, JsonType.Of<AgentStatus>())!;
    private readonly StatusByHand _theirs = JsonSerializer.Deserialize(s_json, ByHandContext.Default.StatusByHand)!;
    private readonly MemoryStream _stream = new();

    [Benchmark(Baseline = true), BenchmarkCategory("Read")]
    public object? ReadWithSystemTextJson() => JsonSerializer.Deserialize(s_json, ByHandContext.Default.StatusByHand);

    [Benchmark, BenchmarkCategory("Read")]
    public object? ReadWithDragoman() => JsonSerializer.Deserialize(s_json, JsonType.Of<AgentStatus>());

    [Benchmark(Baseline = true), BenchmarkCategory("Write")]
    public void WriteWithSystemTextJson()
    {
        _stream.SetLength(0);
        JsonSerializer.Serialize(_stream, _theirs, ByHandContext.Default.StatusByHand);
    }

    [Benchmark, BenchmarkCategory("Write")]
    public void WriteWithDragoman()
    {
        _stream.SetLength(0);
        JsonSerializer.Serialize(_stream, _ours, JsonType.Of<AgentStatus>());
    }
}
