namespace Dragoman;

/// <summary>The reader and the writer of a generated type as delegates, made once: the compiler keeps none of a static member of an interface.</summary>
internal static class JsonDelegates<T>
    where T : IJsonValue<T>
{
    public static readonly JsonReadValue<T> Read = T.Read;

    public static readonly JsonWriteValue<T> Write = T.Write;

    public static readonly JsonWriteValue<T> WriteRequest = T.WriteRequest;
}
