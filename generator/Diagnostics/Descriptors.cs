using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Diagnostics;

/// <summary>
/// Every diagnostic, by number: 1xxx the text of a file, 2xxx the OpenAPI document, 3xxx the error catalog, 4xxx the project's settings, 9xxx ourselves.
/// Each has a page in docs/diagnostics and a refused spec in the tests.
/// </summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor Syntax = Error("DRG1001", "The file is not valid YAML or JSON", "The file cannot be read: {0}");
    public static readonly DiagnosticDescriptor Empty = Error("DRG1002", "The file is empty", "The file has no content");
    public static readonly DiagnosticDescriptor DuplicateKey = Error("DRG1003", "A key is written twice", "'{0}' is written twice in one mapping: first in line {1}");
    public static readonly DiagnosticDescriptor TooDeep = Error("DRG1004", "Values are nested too deeply", "Values are nested more than {0} levels deep");
    public static readonly DiagnosticDescriptor TooLarge = Error("DRG1005", "The file is too large", "The file has more than {0}");
    public static readonly DiagnosticDescriptor UnknownAlias = Error("DRG1006", "A YAML alias has no anchor", "No value is anchored as '{0}' before this alias");
    public static readonly DiagnosticDescriptor Tag = Error("DRG1007", "YAML tags are not read", "The tag '{0}' is not read: OpenAPI documents and catalogs hold plain values");
    public static readonly DiagnosticDescriptor SecondDocument = Error("DRG1008", "The file holds several documents", "A second YAML document starts here: one file is one document");
    public static readonly DiagnosticDescriptor KeyNotScalar = Error("DRG1009", "A key is not a text", "A key must be a text");
    public static readonly DiagnosticDescriptor MoreOfTheSame = Warning("DRG1010", "More diagnostics of a kind", "{0} more of {1} are not shown");

    public static readonly DiagnosticDescriptor NotOpenApi = Error("DRG2001", "The file is not an OpenAPI document", "This is not an OpenAPI document: {0}");
    public static readonly DiagnosticDescriptor UnsupportedVersion = Error("DRG2002", "The OpenAPI version is not supported", "OpenAPI version '{0}' is not supported; 2.0, 3.0, 3.1 and 3.2 are");
    public static readonly DiagnosticDescriptor UnknownReference = Error("DRG2003", "A $ref points to nothing", "'{0}' points to nothing in this document.{1}");
    public static readonly DiagnosticDescriptor RemoteReference = Error("DRG2004", "A $ref leaves the project", "'{0}' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items");
    public static readonly DiagnosticDescriptor CircularReference = Error("DRG2005", "A $ref leads back to itself", "'{0}' leads back to itself without a schema in between");
    public static readonly DiagnosticDescriptor WrongNode = Error("DRG2006", "A value has the wrong type", "'{0}' must be {1}");
    public static readonly DiagnosticDescriptor MissingMember = Error("DRG2007", "A required member is missing", "'{0}' is missing: {1}");
    public static readonly DiagnosticDescriptor UnknownType = Error("DRG2008", "A schema type does not exist", "'{0}' is not a type.{1}");
    public static readonly DiagnosticDescriptor BadStatus = Error("DRG2009", "A response key is not a status", "'{0}' is neither a status such as 200, a range such as 4XX, nor 'default'");
    public static readonly DiagnosticDescriptor BadPath = Error("DRG2010", "A path is malformed", "The path '{0}' is left out: {1}");
    public static readonly DiagnosticDescriptor PathParameter = Error("DRG2011", "Path and parameters disagree", "Operation '{0}' is left out: {1}");
    public static readonly DiagnosticDescriptor DuplicateOperationId = Error("DRG2012", "Two operations have one operationId", "The operationId '{0}' is also that of {1}");
    public static readonly DiagnosticDescriptor UnknownSecurityScheme = Info("DRG2013", "A security scheme is not declared", "No security scheme is called '{0}'.{1}");
    public static readonly DiagnosticDescriptor BadHeaderName = Error("DRG2014", "A header name is not allowed", "'{0}' cannot be sent as a header: {1}");
    public static readonly DiagnosticDescriptor BadServer = Info("DRG2015", "A server URL is malformed", "The server '{0}' is not used: {1}");
    public static readonly DiagnosticDescriptor BadPolling = Error("DRG2016", "x-polling is malformed", "x-polling of operation '{0}' is not used: {1}");
    public static readonly DiagnosticDescriptor Unreadable = Error("DRG2017", "The document cannot be read as OpenAPI", "The document cannot be read as OpenAPI: {0}");
    public static readonly DiagnosticDescriptor BadEnumValue = Info("DRG2018", "An enum value is not of the schema's type", "The enum value {0} is not {1}; it is left out");
    public static readonly DiagnosticDescriptor CircularAllOf = Error("DRG2019", "A schema is composed of itself", "'{0}' is composed of itself by allOf");
    public static readonly DiagnosticDescriptor BadTokenExchange = Error("DRG2020", "x-token-exchange is malformed", "x-token-exchange of security scheme '{0}' is not used: {1}");
    public static readonly DiagnosticDescriptor BadReadiness = Error("DRG2023", "x-readiness is malformed", "x-readiness of operation '{0}' is not used: {1}");
    public static readonly DiagnosticDescriptor BadEventStream = Error("DRG2021", "x-event-stream is malformed", "x-event-stream of operation '{0}' is not used: {1}");
    public static readonly DiagnosticDescriptor BadWebSocket = Error("DRG2022", "x-websocket is malformed", "Operation '{0}' is left out, because its x-websocket is malformed: {1}");
    public static readonly DiagnosticDescriptor PathWithoutSlash = Warning("DRG2024", "A path does not start with a slash", "The path '{0}' is taken for '/{0}': a path starts with '/'");
    public static readonly DiagnosticDescriptor HeaderOfHttp = Info("DRG2025", "A header is left to HTTP", "The parameter '{0}' is left out: HTTP itself writes this header");

    public static readonly DiagnosticDescriptor OperationLeftOut = Warning("DRG2101", "An operation is left out", "Operation '{0}' is left out: {1}");
    public static readonly DiagnosticDescriptor ParameterLeftOut = Warning("DRG2102", "A parameter is left out", "Parameter '{0}' of operation '{1}' is left out: {2}");
    public static readonly DiagnosticDescriptor KeptAsJson = Info("DRG2103", "A schema is read as JSON", "{0}; values are kept as they are ({1})");
    public static readonly DiagnosticDescriptor ResponseLeftOut = Warning("DRG2104", "A response is not read", "Response '{0}' of operation '{1}' is not read: {2}");
    public static readonly DiagnosticDescriptor NotEnforced = Info("DRG2107", "A keyword is not enforced", "'{0}' is not enforced by the client");
    public static readonly DiagnosticDescriptor SecurityLeftOut = Warning("DRG2108", "A security scheme is left out", "Security scheme '{0}' is left out: {1}");
    public static readonly DiagnosticDescriptor WebhooksLeftOut = Info("DRG2109", "Webhooks are left out", "'{0}' is left out: a client sends requests and does not receive them");
    public static readonly DiagnosticDescriptor FormNotAsDescribed = Warning("DRG2110", "A form is not sent as described", "Form field '{0}': {1}");
    public static readonly DiagnosticDescriptor ParameterSentOtherwise = Info("DRG2111", "A parameter is sent in another way", "Parameter '{0}' of operation '{1}' is sent {2}");
    public static readonly DiagnosticDescriptor EncodingNotUsed = Info("DRG2112", "An encoding is not used", "Form field '{0}': {1}");
    public static readonly DiagnosticDescriptor MediaTypeNotOffered = Info("DRG2115", "A media type is not offered", "'{0}' is not {1}: '{2}' is");
    public static readonly DiagnosticDescriptor SecurityOfConnection = Info("DRG2116", "A security scheme is left to the connection", "Security scheme '{0}' is left to the HttpClient that the client is given");

    public static readonly DiagnosticDescriptor LeftOutByError = Info("DRG2201", "Something is left out because of an error elsewhere", "{0} '{1}' is left out until the error in {2} is corrected");

    public static readonly DiagnosticDescriptor CatalogShape = Error("DRG3001", "A catalog value has the wrong type", "'{0}' must be {1}");
    public static readonly DiagnosticDescriptor CatalogUnknownMember = Error("DRG3002", "A catalog member does not exist", "'{0}' is not a member of {1}.{2}");
    public static readonly DiagnosticDescriptor CatalogMissingMember = Error("DRG3003", "A catalog member is missing", "'{0}' is missing: {1}");
    public static readonly DiagnosticDescriptor UnknownCode = Error("DRG3004", "A code is not in the catalog", "'{0}' is used by operation '{1}' but is not in the catalog.{2}");
    public static readonly DiagnosticDescriptor UnknownOperation = Error("DRG3005", "An error names an unknown operation", "'{0}' names the operation '{1}', which the document does not have.{2}");
    public static readonly DiagnosticDescriptor UnknownPolicy = Error("DRG3006", "A retry policy is not in the catalog", "No retry policy is called '{0}'.{1}");
    public static readonly DiagnosticDescriptor CatalogRange = Error("DRG3007", "A catalog value is out of range", "'{0}' is {1}, but must be {2}");
    public static readonly DiagnosticDescriptor DuplicateClass = Error("DRG3008", "Two errors have one class name", "'{0}' and '{1}' would both be the class '{2}': give one of them another 'name'");
    public static readonly DiagnosticDescriptor UnsupportedCatalog = Error("DRG3009", "The catalog version is not supported", "Catalog version '{0}' is not supported; 1 is");

    public static readonly DiagnosticDescriptor NoCatalogFile = Error("DRG4001", "The error catalog does not exist", "The catalog '{0}', named by Errors of this document, does not exist");
    public static readonly DiagnosticDescriptor BadSetting = Error("DRG4002", "An OpenApiClient setting is malformed", "{0} '{1}' is not {2}");
    public static readonly DiagnosticDescriptor NoRuntime = Error("DRG4003", "The runtime is not referenced", "The project does not reference Dragoman.Runtime, which the generated client calls: reference the package Dragoman, which brings it");
    public static readonly DiagnosticDescriptor SameClientTwice = Error("DRG4004", "Two documents make one client", "'{0}' is also the client of '{1}': give one of them another ClientName or Namespace");
    public static readonly DiagnosticDescriptor SettingNamesNothing = Warning("DRG4005", "A setting names nothing", "{0} '{1}' is no {2} of the document.{3}");
    public static readonly DiagnosticDescriptor SameTypeTwice = Error("DRG4006", "Two documents declare one type", "'{0}' is also declared by the client of '{1}': give one of them another Namespace");

    public static readonly DiagnosticDescriptor Internal = Error("DRG9001", "Dragoman failed", "Dragoman failed on this document, which is a bug in Dragoman: {0}");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    /// <summary>
    /// For what is there, but less typed or not enforced, and for what follows from an error that has been reported: neither may fail a build that
    /// counts warnings as errors.
    /// </summary>
    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Dragoman", severity, isEnabledByDefault: true, helpLinkUri: $"https://dragoman.example/diagnostics/{id}");
}
