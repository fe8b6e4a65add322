using Dragoman.Generator.Catalog;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides the exception classes: one for the API, one for each status, one for each code.</summary>
internal sealed class ErrorLowering
{
    private readonly ErrorCatalog _catalog;
    private readonly NameScope _types;
    private readonly NameScope _properties;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, string> _explicit = new(StringComparer.OrdinalIgnoreCase);

    private ErrorLowering(ErrorCatalog catalog, NameScope types, string errorsName, DiagnosticBag diagnostics)
    {
        _catalog = catalog;
        _types = types;
        _diagnostics = diagnostics;

        // Names that the table's own code uses must not be hidden by its properties.
        _properties = new NameScope([errorsName, "Catalog", "ErrorCatalog", "ErrorDefinition", "ErrorEnvelope", "StatusDefinition", "RateLimitDefinition", "RateLimitScope", "RetryRule", "TimeSpan", .. NameScope.ObjectMembers]);
    }

    public static ErrorsModel Lower(ErrorCatalog? catalog, ApiDocument document, string prefix, NameScope types, DiagnosticBag diagnostics)
    {
        ErrorLowering lowering = new(catalog ?? new ErrorCatalog(), types, $"{prefix}Errors", diagnostics);
        lowering.CheckOperations(document);
        string api = catalog?.Api ?? prefix;
        string baseName = types.Take($"{Identifier.Pascal(api, prefix)}Exception");
        IReadOnlyList<StatusErrorModel> statuses = lowering.LowerStatuses(catalog is null ? DeclaredStatuses(document) : []);
        IReadOnlyList<CodeErrorModel> codes = lowering._catalog.Errors.Select(error => lowering.LowerCode(error, statuses, baseName)).ToList();
        return new ErrorsModel(
            api,
            baseName,
            lowering._catalog.Envelopes.Select(LowerEnvelope).ToEquatableArray(),
            statuses.ToEquatableArray(),
            codes.ToEquatableArray(),
            lowering._catalog.Limits.Select(LowerLimit).ToEquatableArray());
    }

    /// <summary>The error statuses of the document's responses, which without a catalog are all that is known of errors.</summary>
    private static IEnumerable<int> DeclaredStatuses(ApiDocument document) =>
        document.Operations
            .SelectMany(operation => operation.Responses)
            .Select(response => StatusKey.TryParse(response.Key, out int from, out int to) && from == to ? from : 0)
            .Where(status => status >= 400);

    private void CheckOperations(ApiDocument document)
    {
        HashSet<string> ids = new(document.Declared.Select(operation => operation.Id).OfType<string>(), StringComparer.Ordinal);
        IEnumerable<(string Name, ScalarNode Operation)> named = _catalog.Errors.SelectMany(error => error.Operations.Select(operation => (error.Code, operation)))
            .Concat(_catalog.Limits.SelectMany(limit => limit.Operations.Select(operation => (limit.Name, operation))));
        foreach ((string name, ScalarNode operation) in named.Where(named => !ids.Contains(named.Operation.Text)))
        {
            _diagnostics.Report(Descriptors.UnknownOperation, operation, name, operation.Text, Suggestion.For(operation.Text, ids));
        }
    }

    private IReadOnlyList<StatusErrorModel> LowerStatuses(IEnumerable<int> declared)
    {
        List<StatusEntry> named = [.. _catalog.Statuses];
        IEnumerable<(int From, int To)> implied = _catalog.Errors.Select(error => error.Status ?? 0).Where(status => status >= 400).Concat(declared)
            .Distinct()
            .Select(status => (status, status))
            .Concat([(400, 499), (500, 599)])
            .Where(range => !named.Any(entry => entry.From <= range.Item1 && entry.To >= range.Item2));

        // Names that the catalog gives are taken first; a default name steps aside for them.
        HashSet<string> given = new(_catalog.Errors.Select(NameOf).Concat(named.Select(entry => entry.Name).OfType<string>()), StringComparer.OrdinalIgnoreCase);
        List<StatusErrorModel> statuses = named
            .OrderBy(entry => entry.Name is null ? 1 : 0).ThenBy(entry => entry.From).ThenBy(entry => entry.To)
            .Select(entry => LowerStatus(entry, given))
            .ToList();
        statuses.AddRange(implied.Select(range => new StatusErrorModel(range.From, range.To, TakeDefault(range.From, range.To, given), null, null, null, DocsUrl.For(_catalog.Docs, code: null), null)));
        return statuses.OrderBy(status => status.From).ThenBy(status => status.To).ToList();
    }

    private StatusErrorModel LowerStatus(StatusEntry entry, HashSet<string> given)
    {
        if (entry.Name is not null)
        {
            CheckUnique(entry.Name, entry.Node);
        }

        string exceptionName = entry.Name is null ? TakeDefault(entry.From, entry.To, given) : _types.Take($"{entry.Name}Exception");
        RetryModel? retry = IsRepeatedByDefault(entry) || entry.Retry.Kind != RetryKind.Never ? LowerRetry(entry.Retry) : null;
        return new StatusErrorModel(entry.From, entry.To, exceptionName, entry.Category, entry.Message, entry.Resolution, DocsUrl.For(entry.Docs ?? _catalog.Docs, code: null), retry);
    }

    /// <summary>True where the runtime would repeat a call with a status of which nothing is said, so that "never" has to be said.</summary>
    private static bool IsRepeatedByDefault(StatusEntry entry) => new[] { 401, 408, 429, 500, 502, 503, 504 }.Any(status => entry.From <= status && status <= entry.To);

    private string TakeDefault(int from, int to, HashSet<string> given)
    {
        string name = StatusNames.Of(from, to);
        return _types.Take(given.Contains(name) ? $"{name}StatusException" : $"{name}Exception");
    }

    private CodeErrorModel LowerCode(ErrorEntry error, IReadOnlyList<StatusErrorModel> statuses, string baseName)
    {
        string name = NameOf(error);
        CheckUnique(name, error.Node);
        string exceptionName = _types.Take($"{name}Exception");
        StatusErrorModel? family = statuses.Where(status => error.Status >= status.From && error.Status <= status.To).OrderBy(status => status.To - status.From).FirstOrDefault();
        return new CodeErrorModel(
            error.Code,
            $"/errors/{JsonPointer.Escape(error.Code)}",
            error.Status,
            _properties.Take(name),
            exceptionName,
            family?.ExceptionName ?? baseName,
            error.Category,
            error.Message,
            error.Resolution,
            DocsUrl.For(error.Docs ?? _catalog.Docs, error.Code),
            LowerRetry(error.Retry),
            error.Match.ToEquatableArray());
    }

    private void CheckUnique(string name, ScalarNode node)
    {
        if (_explicit.TryGetValue(name, out string? first))
        {
            _diagnostics.Report(Descriptors.DuplicateClass, node, node.Text, first, $"{name}Exception");
        }
        else
        {
            _explicit.Add(name, node.Text);
        }
    }

    private static string NameOf(ErrorEntry error) => error.Name ?? Identifier.Pascal(error.Code, "Error");

    private static EnvelopeModel LowerEnvelope(EnvelopeEntry entry) => new(
        entry.Code,
        entry.Message,
        entry.Status,
        entry.RequestId,
        entry.RetryAfter,
        entry.Docs,
        entry.Members.Select(member => new NamedPointer(member.Name, member.Pointer)).ToEquatableArray());

    private static LimitModel LowerLimit(LimitEntry entry) =>
        new(entry.Name, entry.Permits, (long)entry.Window.TotalMilliseconds, entry.Scope.ToString(), entry.Operations.Select(operation => operation.Text).ToEquatableArray());

    private static RetryModel LowerRetry(RetryEntry entry) => entry.Kind switch
    {
        RetryKind.Backoff => new RetryModel(RetryAction.Backoff, entry.Retries, (long)entry.Base.TotalMilliseconds, (long)entry.Cap.TotalMilliseconds, Class: entry.Class?.ToString()),
        RetryKind.Poll => new RetryModel(RetryAction.Poll),
        RetryKind.Wait => new RetryModel(RetryAction.Wait),
        RetryKind.ChangeRequest => new RetryModel(RetryAction.ChangeRequest),
        RetryKind.Nothing => new RetryModel(RetryAction.Nothing),
        RetryKind.Authenticate => new RetryModel(RetryAction.Authenticate),
        RetryKind.Restart => new RetryModel(RetryAction.Restart),
        RetryKind.Reconnect => new RetryModel(RetryAction.Reconnect),
        RetryKind.Prepare => new RetryModel(RetryAction.Prepare),
        RetryKind.Advisory => new RetryModel(RetryAction.Advisory),
        RetryKind.After => new RetryModel(RetryAction.After, entry.Retries, (long)entry.Base.TotalMilliseconds, Class: entry.Class?.ToString()),
        RetryKind.Until => new RetryModel(RetryAction.Until, entry.Retries, Pointer: entry.Pointer, Class: entry.Class?.ToString()),
        _ => new RetryModel(RetryAction.Never),
    };
}
