namespace Dragoman.Generator.Model;

/// <summary>How often the service may be called.</summary>
/// <param name="Window">In milliseconds.</param>
/// <param name="Scope">By what the service counts: a member of the runtime's enumeration.</param>
/// <param name="Operations">The ids of the operations that count; empty: all that no other limit names.</param>
internal sealed record LimitModel(string Name, int Permits, long Window, string Scope, EquatableArray<string> Operations);
