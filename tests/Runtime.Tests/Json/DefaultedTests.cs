namespace Dragoman.Runtime.Tests.Json;

public class DefaultedTests
{
    [Fact]
    public void A_member_reads_as_its_default_until_it_is_set()
    {
        Defaulted<int> unset = new(20);
        Defaulted<int> set = new(20, isSet: true);

        Assert.Equal((20, false), (unset.Value, unset.IsSet));
        Assert.Equal((20, true), (set.Value, set.IsSet));
        Assert.Equal("20", unset.ToString());
        Assert.Equal("", new Defaulted<string?>(null).ToString());
    }

    [Fact]
    public void What_was_read_is_set_and_null_is_nothing()
    {
        Defaulted<int> number = new(20);
        Defaulted<string> text = new("a");

        Assert.Equal((3, true), (number.Or(3).Value, number.Or(3).IsSet));
        Assert.Equal((20, false), (number.Or(null).Value, number.Or(null).IsSet));
        Assert.Equal(("b", true), (text.Or("b").Value, text.Or("b").IsSet));
        Assert.Equal(("a", false), (text.Or(null).Value, text.Or(null).IsSet));
    }

    [Fact]
    public void Equal_values_are_equal_whether_they_are_set_or_not()
    {
        Defaulted<string?> unset = new("a");
        Defaulted<string?> set = new("a", isSet: true);
        Defaulted<string?> none = new(null, isSet: true);

        Assert.True(unset == set);
        Assert.False(unset != set);
        Assert.True(unset.Equals((object)set));
        Assert.Equal(unset.GetHashCode(), set.GetHashCode());
        Assert.True(unset != none);
        Assert.False(none == set);
        Assert.False(unset.Equals((object)"a"));
        Assert.Equal(none.GetHashCode(), default(Defaulted<string?>).GetHashCode());
    }
}
