using System.Reflection;
using Dragoman.EndToEnd.Tests.Services;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>The methods of the generated clients, found by reflection, so that a new one is tested without being listed.</summary>
internal static class GeneratedMethods
{
    // The failures in the x-polling of the documents; written by hand.
    private static readonly Dictionary<string, (string Code, Type Type)[]> s_polled = new()
    {
        ["BitHuman.AgentsClient.WaitUntilReadyAsync"] = [("AGENT_FAILED", typeof(BitHuman.AgentFailedException))],
        ["AvatarContainer.TasksClient.WaitUntilEndedAsync"] =
            [("TASK_FAILED", typeof(AvatarContainer.TaskFailedException)), ("TASK_STOPPED", typeof(AvatarContainer.TaskStoppedException))],
        ["WebMcp.RunsClient.WaitUntilDoneAsync"] =
            [("RUN_FAILED", typeof(WebMcp.RunFailedException)), ("RUN_CANCELLED", typeof(WebMcp.RunCancelledException))],
    };

    /// <summary>All of them, those of the groups and those of the root clients.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. from service in Service.All
           from type in service.RootClient.GetProperties().Select(static property => property.PropertyType).Append(service.RootClient)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.Name.EndsWith("Async", StringComparison.Ordinal)
           select method,
    ];

    /// <summary>Those that call their operation once and do not wait.</summary>
    public static IEnumerable<MethodInfo> Calling => All.Where(static method => !IsWait(method));

    /// <summary>The bad ends of the job that a method waits for.</summary>
    public static IReadOnlyList<(string Code, Type Type)> PolledBy(MethodInfo method) => s_polled.GetValueOrDefault(NameOf(method)) ?? [];

    /// <summary>The extension method of the client's interface that returns what a method throws.</summary>
    public static MethodInfo TwinOf(MethodInfo method) =>
        method.DeclaringType!.Assembly.GetType($"{method.DeclaringType.FullName}Extensions", throwOnError: true)!.GetMethod($"Try{method.Name}")!;

    public static bool IsWait(MethodInfo method) => method.Name.StartsWith("WaitUntil", StringComparison.Ordinal);

    /// <summary>Whether its value comes piece by piece, and its failures with it: there is no result to return instead.</summary>
    public static bool IsStream(MethodInfo method) => method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    /// <summary>The service whose client has the method.</summary>
    public static Service ServiceOf(MethodInfo method) => Service.All.Single(service => service.RootClient.Namespace == method.DeclaringType!.Namespace);

    /// <summary>Shown in test reports and understood by <see cref="Find"/>.</summary>
    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    public static MethodInfo Find(string name) => All.Single(method => NameOf(method) == name);
}
