using Xunit.Sdk;

namespace Dragoman.Generator.Tests.Infrastructure.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void Finds_what_is_checked_in_beside_the_test() => Snapshot.Verify([("Sample.g.cs", "this is not compiled\n")]);

    [Fact]
    public void Fails_where_what_is_checked_in_has_no_output()
    {
        XunitException failure = Assert.ThrowsAny<XunitException>(() => Snapshot.Verify([], test: nameof(Finds_what_is_checked_in_beside_the_test)));

        Assert.Equal("Not generated any more: SnapshotTests.Finds_what_is_checked_in_beside_the_test#Sample.g.verified.cs", failure.Message);
    }
}
