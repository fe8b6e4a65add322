using Dragoman.Generator.Lowering;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class NameScopeTests
{
    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        NameScope names = new();

        Assert.Equal(["Pet", "Pet2", "Pet3"], new[] { "Pet", "Pet", "Pet" }.Select(name => names.Take(name)));
    }

    [Fact]
    public void A_number_after_a_digit_stands_apart()
    {
        NameScope names = new(["V1"]);

        Assert.Equal("V1_2", names.Take("V1"));
    }

    /// <summary>Two files that differ only in case are one on some systems.</summary>
    [Fact]
    public void Names_that_differ_only_in_case_are_one()
    {
        NameScope names = new(["Equals"]);

        Assert.Equal("equals2", names.Take("equals"));
        Assert.False(names.IsFree("EQUALS"));
    }

    [Fact]
    public void A_number_never_takes_the_name_of_another()
    {
        NameScope names = new(["Pet", "Pet2"]);

        Assert.Equal("Pet3", names.Take("Pet"));
    }

    [Fact]
    public void A_name_is_free_where_its_companions_are()
    {
        NameScope names = new(["ICats"]);

        Assert.Equal("Cats2", names.Take("Cats", "I*", "*Options"));
        Assert.False(names.IsFree("ICats2"));
        Assert.False(names.IsFree("Cats2Options"));
        Assert.True(names.IsFree("CatsOptions"));
    }
}
