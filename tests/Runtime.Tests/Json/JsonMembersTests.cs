using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class JsonMembersTests
{
    private static readonly JsonMembers s_few = new(["b"], ["a", "", "é", "ab", "ba"]);

    /// <summary>More of both than fit into one word of bits.</summary>
    private static readonly JsonMembers s_many = new([.. Enumerable.Range(0, 150).Select(number => $"r{number}")], [.. Enumerable.Range(0, 150).Select(number => $"o{number}")]);

    [Theory]
    [InlineData("{\"b\":1}", "0")]
    [InlineData("{\"a\":1,\"\":2,\"b\":3,\"é\":4,\"ab\":5,\"ba\":6}", "1 2 0 3 4 5")]
    [InlineData("{\"ba\":1,\"ab\":2,\"é\":3,\"b\":4,\"\":5,\"a\":6}", "5 4 3 0 2 1")]
    [InlineData("{\"\\u0062\":1,\"\\u00e9\":2,\"b\":3}", "0 3 0")]
    public void Members_have_the_numbers_of_their_order_required_ones_first(string json, string indexes) => Assert.Equal(indexes, Walk(s_few, json, others: false));

    [Theory]
    [InlineData("{\"x\":{\"a\":1},\"b\":1,\"B\":[2],\"c\":null,\"a\":3}", "0 1", "-1 0 -1 -1 1")]
    [InlineData("{\"b\":1,\"\\ud83d\":{}}", "0", "0 -1")]
    [InlineData("{\"b\":1,\"bb\":0,\"aa\":1,\"e\":2,\"É\":3}", "0", "0 -1 -1 -1 -1")]
    public void Names_of_no_member_are_passed_over_or_shown(string json, string known, string all)
    {
        Assert.Equal(known, Walk(s_few, json, others: false));
        Assert.Equal(all, Walk(s_few, json, others: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(149)]
    public void The_first_required_member_that_is_missing_is_named(int missing)
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, 150).Reverse().Where(number => number != missing && number != missing + 7).Select(number => $"\"r{number}\":0")) + "}";

        Assert.Equal($"The required member 'r{missing}' is missing.", Assert.Throws<JsonException>(() => Walk(s_many, json, others: false)).Message);
    }

    [Fact]
    public void Many_members_are_found_in_any_order()
    {
        IEnumerable<int> order = Enumerable.Range(0, 300).Select(number => number * 7 % 300);
        string json = "{" + string.Join(',', order.Select(index => $"\"{(index < 150 ? 'r' : 'o')}{index % 150}\":0")) + "}";

        Assert.Equal(string.Join(' ', order), Walk(s_many, json, others: false));
    }

    [Fact]
    public void A_required_member_may_not_be_there_twice_instead_of_another() => Assert.Equal(
        "The required member 'b' is missing.",
        Assert.Throws<JsonException>(() => Walk(new JsonMembers(["a", "b"], []), "{\"a\":1,\"a\":2}", others: false)).Message);

    private static string Walk(JsonMembers members, string json, bool others) => JsonText.Read(json, (ref Utf8JsonReader reader) =>
    {
        List<int> indexes = [];
        JsonMemberReader walk = new(members);
        while (others ? walk.NextOrOther(ref reader) : walk.Next(ref reader))
        {
            indexes.Add(walk.Index);
            if (walk.Index < 0)
            {
                reader.SkipMember();
            }
            else
            {
                Assert.True(reader.TrySkip());
            }
        }

        return string.Join(' ', indexes);
    });
}
