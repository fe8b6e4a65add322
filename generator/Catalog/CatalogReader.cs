using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads the root of a catalog.</summary>
internal static class CatalogReader
{
    private const int Version = 1;

    public static ErrorCatalog? Read(Node root, DiagnosticBag diagnostics)
    {
        if (CatalogMembers.Mapping(root, "catalog", diagnostics) is not { } catalog || !HasSupportedVersion(catalog.Node, diagnostics))
        {
            return null;
        }

        catalog.Allow("a catalog", "catalog", "api", "docs", "envelope", "policies", "statuses", "errors", "operations", "limits");
        RetryReader retries = new(PolicyReader.ReadAll(catalog, diagnostics), diagnostics);
        return new ErrorCatalog
        {
            Api = catalog.Text("api"),
            Docs = catalog.Url("docs"),
            Envelopes = EnvelopeReader.Read(catalog, diagnostics),
            Statuses = StatusReader.Read(catalog, retries, diagnostics),
            Errors = OperationsReader.Merge(ErrorReader.Read(catalog, retries, diagnostics), catalog, diagnostics),
            Limits = LimitReader.Read(catalog, diagnostics),
        };
    }

    private static bool HasSupportedVersion(MappingNode catalog, DiagnosticBag diagnostics)
    {
        switch (catalog["catalog"])
        {
            case null:
                diagnostics.Report(Descriptors.CatalogMissingMember, catalog, "catalog", $"it says by which version of the grammar the catalog is written: {Version}");
                return false;
            case ScalarNode { Kind: ScalarKind.Integer } version:
                bool isSupported = version.Text == Version.ToString(CultureInfo.InvariantCulture);
                if (!isSupported)
                {
                    diagnostics.Report(Descriptors.UnsupportedCatalog, version, version.Text);
                }

                return isSupported;
            case { } other:
                diagnostics.Report(Descriptors.CatalogShape, other, "catalog", $"the integer {Version}");
                return false;
        }
    }
}
