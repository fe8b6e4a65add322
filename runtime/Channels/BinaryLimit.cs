namespace Dragoman;

/// <summary>Keeps binary messages within the lengths that the service takes: it may end the connection over another one.</summary>
internal static class BinaryLimit
{
    private const int FirstSize = 64 * 1024;

    public static void Check(long length, ChannelDescription description, string parameterName)
    {
        if (length < description.MinBinaryBytes)
        {
            throw new ArgumentException($"The message has {length} bytes; the service takes at least {description.MinBinaryBytes} (minLength).", parameterName);
        }

        if (length > description.MaxBinaryBytes)
        {
            throw new ArgumentException($"The message has {length} bytes; the service takes at most {description.MaxBinaryBytes} (maxLength).", parameterName);
        }
    }

    /// <summary>Reads a stream from its position to its end.</summary>
    /// <exception cref="ArgumentException">The stream is too short or too long.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, ChannelDescription description, string parameterName, CancellationToken cancellationToken)
    {
        int size = FirstSize;
        if (stream.CanSeek)
        {
            Check(stream.Length - stream.Position, description, parameterName);

            // One byte more, so that the end is seen without growing.
            size = (int)Math.Min(stream.Length - stream.Position + 1, Array.MaxLength);
        }

        byte[] bytes = new byte[size];
        int length = 0, count;
        while ((count = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += count;
            if (length > description.MaxBinaryBytes)
            {
                throw new ArgumentException($"The stream has more than {description.MaxBinaryBytes} bytes, the most the service takes (maxLength).", parameterName);
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(2L * length, Array.MaxLength));
            }
        }

        Check(length, description, parameterName);
        return bytes.AsMemory(0, length);
    }
}
