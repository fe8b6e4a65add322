namespace Dragoman;

/// <summary>The reader and the writer of the values of open enumerations, found by their type.</summary>
internal static class JsonScalar<T>
{
    public static readonly JsonReadValue<T> Read = (JsonReadValue<T>)ReaderOf();

    public static readonly JsonWriteValue<T> Write = (JsonWriteValue<T>)WriterOf();

    private static Delegate ReaderOf() =>
        typeof(T) == typeof(string) ? (JsonReadValue<string>)JsonRead.String
        : typeof(T) == typeof(int) ? (JsonReadValue<int>)JsonRead.Int32
        : typeof(T) == typeof(long) ? (JsonReadValue<long>)JsonRead.Int64
        : typeof(T) == typeof(double) ? (JsonReadValue<double>)JsonRead.Double
        : throw new NotSupportedException($"No enumeration has values of {typeof(T)}.");

    // A default enumeration holds no text: it is sent as the empty one.
    private static Delegate WriterOf() =>
        typeof(T) == typeof(string) ? (JsonWriteValue<string?>)(static (writer, value) => writer.WriteStringValue(value ?? ""))
        : typeof(T) == typeof(int) ? (JsonWriteValue<int>)JsonWrite.Int32
        : typeof(T) == typeof(long) ? (JsonWriteValue<long>)JsonWrite.Int64
        : typeof(T) == typeof(double) ? (JsonWriteValue<double>)JsonWrite.Double
        : throw new NotSupportedException($"No enumeration has values of {typeof(T)}.");
}
