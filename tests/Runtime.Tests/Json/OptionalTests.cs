namespace Dragoman.Runtime.Tests.Json;

public class OptionalTests
{
    [Fact]
    public void The_default_is_absent()
    {
        Optional<string?> absent = default;

        Assert.False(absent.HasValue);
        Assert.Null(absent.Value);
        Assert.Equal("", absent.ToString());
    }

    [Fact]
    public void Null_is_a_value()
    {
        Optional<string?> cleared = null;

        Assert.True(cleared.HasValue);
        Assert.Null(cleared.Value);
        Assert.Equal("", cleared.ToString());
    }

    [Fact]
    public void A_value_converts()
    {
        Optional<double?> number = 0.5;
        Optional<IReadOnlyList<string>?> list = new(["a"]);

        Assert.Equal(0.5, number.Value);
        Assert.Equal(["a"], list.Value!);
        Assert.Equal("5", new Optional<int?>(5).ToString());
    }

    [Fact]
    public void Absent_null_and_values_differ()
    {
        Optional<string?>[] all = [default, null, "a", "b"];

        for (int left = 0; left < all.Length; left++)
        {
            for (int right = 0; right < all.Length; right++)
            {
                Assert.Equal(left == right, all[left] == all[right]);
                Assert.Equal(left != right, all[left] != all[right]);
                Assert.Equal(left == right, all[left].Equals((object)all[right]));
            }
        }

        Assert.Equal(new Optional<string?>("a").GetHashCode(), new Optional<string?>("a").GetHashCode());
        Assert.False(new Optional<string?>("a").Equals((object)"a"));
    }

    [Fact]
    public void What_is_absent_may_read_as_a_default()
    {
        Optional<int?> absent = new(20, hasValue: false);

        Assert.Equal((20, false), (absent.Value, absent.HasValue));
        Assert.Equal(default, absent);
        Assert.Equal(default(Optional<int?>).GetHashCode(), absent.GetHashCode());
        Assert.NotEqual(new Optional<int?>(20), absent);
        Assert.Equal("", absent.ToString());
    }
}
