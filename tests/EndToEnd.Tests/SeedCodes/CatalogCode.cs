namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>A code of the catalog.</summary>
/// <param name="Code">The code.</param>
/// <param name="Status">Its HTTP status; null where it comes with none.</param>
/// <param name="Retry">What its retry entry amounts to, in the classes of <see cref="SeedCode"/>.</param>
/// <param name="Message">What happened.</param>
/// <param name="Resolution">What to do about it.</param>
/// <param name="Operations">The operations that may raise it; null where every operation may.</param>
internal sealed record CatalogCode(string Code, int? Status, string Retry, string Message, string Resolution, IReadOnlyList<string>? Operations);
