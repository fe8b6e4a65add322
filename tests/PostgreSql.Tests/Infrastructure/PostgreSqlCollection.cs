namespace Dragoman.PostgreSql.Tests;

/// <summary>The tests that share a server.</summary>
[CollectionDefinition(nameof(PostgreSqlCollection))]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlServer>;
