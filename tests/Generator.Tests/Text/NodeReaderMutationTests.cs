using System.Text;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Text;

/// <summary>Whatever stands in a file: it is read, or it has a problem. An exception would end the compiler's generator for all files.</summary>
public sealed class NodeReaderMutationTests
{
    private const string Seed = """
        openapi: 3.1.0
        info: { title: "P\u00e9ts", version: '1.0' }
        x-base: &base
          type: object
          required: [a, b]
        components:
          schemas:
            Pet:
              <<: *base
              description: |+

                Two lines,
                and more.
            Tag: *base
            ? complex
            : !!str 12
        """;

    private const string Inserted = "{}[]:,-?&*!|>'\"%@`# \t\r\n\\u~<0x\uFEFF\u0085\u2028\uD800\0é";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_mutated_file_is_read_or_refused(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 5_000; round++)
        {
            string text = Mutate(random);
            Reading reading = Reading.Of(text);

            Assert.True(reading.Root is not null || reading.Problems.Count > 0, text);
        }
    }

    private static string Mutate(Random random)
    {
        StringBuilder text = new(Seed);
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 10), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Inserted[random.Next(Inserted.Length)]);
                    break;
                default:
                    text[at] = Inserted[random.Next(Inserted.Length)];
                    break;
            }
        }

        return text.ToString();
    }
}
