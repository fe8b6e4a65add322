using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Keeps what is reported, at once: <see cref="Progress{T}"/> would report from another thread, some time later.</summary>
internal sealed class ProgressLog : IProgress<AgentStatus>
{
    private readonly List<AgentStatus> _reports = [];

    public IReadOnlyList<AgentStatus> Reports => _reports;

    public void Report(AgentStatus value) => _reports.Add(value);
}
