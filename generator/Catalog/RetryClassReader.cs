using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads the member <c>class</c> of a rule that repeats.</summary>
internal static class RetryClassReader
{
    /// <summary>The class; null where there is none, or one that is refused.</summary>
    public static RetryClass? Read(CatalogMembers rule, DiagnosticBag diagnostics)
    {
        switch (rule.Node["class"])
        {
            case null:
                return null;
            case ScalarNode { Kind: ScalarKind.String, Text: "transient" }:
                return RetryClass.Transient;
            case ScalarNode { Kind: ScalarKind.String, Text: "throttling" }:
                return RetryClass.Throttled;
            case ScalarNode { Kind: ScalarKind.String, Text: "capacity" }:
                return RetryClass.Capacity;
            case ScalarNode { Kind: ScalarKind.String, Text: "not-ready" }:
                return RetryClass.NotReady;
            case { } other:
                diagnostics.Report(Descriptors.CatalogShape, other, "class", "transient, throttling, capacity or not-ready");
                return null;
        }
    }
}
