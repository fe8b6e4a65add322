using System.Reflection;
using BitHuman;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>The methods of the generated groups, found by reflection, so that a new one is tested without being listed.</summary>
internal static class GeneratedMethods
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. from property in typeof(BitHumanClient).GetProperties()
           from method in property.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.Name.EndsWith("Async", StringComparison.Ordinal)
           select method,
    ];

    /// <summary>Those that throw and call their operation once: neither a Try twin nor one that waits.</summary>
    public static IEnumerable<MethodInfo> Throwing => All.Where(static method => !IsTry(method) && !IsWait(method));

    /// <summary>The codes of the failures in the operation's <c>x-polling</c>; written by hand.</summary>
    public static IEnumerable<string> PollingCodesOf(MethodInfo method) => IsWait(method) ? ["AGENT_FAILED"] : [];

    public static bool IsTry(MethodInfo method) => method.Name.StartsWith("Try", StringComparison.Ordinal);

    public static bool IsWait(MethodInfo method) => method.Name == nameof(AgentsClient.WaitUntilReadyAsync);

    /// <summary>Shown in test reports and understood by <see cref="Find"/>.</summary>
    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    public static MethodInfo Find(string name) => All.Single(method => NameOf(method) == name);
}
