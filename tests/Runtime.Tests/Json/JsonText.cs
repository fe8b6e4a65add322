using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

/// <summary>Runs a reader over a text in one piece and in segments of one and of three bytes: a reader must not see the difference.</summary>
internal static class JsonText
{
    /// <summary>Reads the text's only value in every way, checks that the reader stops on its last token, and that the results agree.</summary>
    public static T Read<T>(string json, JsonReadValue<T> read) => Read(Encoding.UTF8.GetBytes(json), read);

    public static T Read<T>(byte[] json, JsonReadValue<T> read)
    {
        T whole = ReadToEnd(new Utf8JsonReader(json), json.Length, read);
        foreach (int size in (int[])[1, 3])
        {
            T parts = ReadToEnd(new Utf8JsonReader(Segments(json, size)), json.Length, read);
            Assert.Equal(JsonSerializer.Serialize(whole), JsonSerializer.Serialize(parts));
        }

        return whole;
    }

    /// <summary>Checks that the text is refused in every way, with one message.</summary>
    public static JsonException Refuse<T>(string json, JsonReadValue<T> read) => Refuse(Encoding.UTF8.GetBytes(json), read);

    public static JsonException Refuse<T>(byte[] json, JsonReadValue<T> read)
    {
        JsonException whole = Assert.ThrowsAny<JsonException>(() => ReadToEnd(new Utf8JsonReader(json), json.Length, read));
        foreach (int size in (int[])[1, 3])
        {
            JsonException parts = Assert.ThrowsAny<JsonException>(() => ReadToEnd(new Utf8JsonReader(Segments(json, size)), json.Length, read));
            Assert.Equal(whole.Message, parts.Message);
        }

        return whole;
    }

    public static string Write<T>(T value, JsonWriteValue<T> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ReadOnlySequence<byte> Segments(byte[] bytes, int size)
    {
        Segment first = new(bytes.AsMemory(0, Math.Min(size, bytes.Length)), 0);
        Segment last = first;
        for (int start = size; start < bytes.Length; start += size)
        {
            last = last.Append(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)));
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private static T ReadToEnd<T>(Utf8JsonReader reader, int length, JsonReadValue<T> read)
    {
        reader.Read();
        T value = read(ref reader);
        Assert.Equal(length, reader.BytesConsumed);
        Assert.False(reader.Read());
        return value;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            Segment next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
