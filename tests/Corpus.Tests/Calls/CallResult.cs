using System.Reflection;

namespace Dragoman.Corpus.Tests;

/// <summary>Calls a method to its end: its task, the items of its stream, the bytes of its file.</summary>
internal static class CallResult
{
    /// <summary>What it returns; null where that is nothing.</summary>
    public static async Task<object?> OfAsync(MethodInfo method, object? owner, object?[] arguments)
    {
        object? returned = method.Invoke(owner, arguments);
        if (returned is Task task)
        {
            await task;
            returned = method.ReturnType.IsGenericType ? method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
        }

        if (ClientValue.BodyOf(returned) is FileDownload file)
        {
            await using (file)
            {
                await file.Stream.CopyToAsync(Stream.Null);
            }
        }

        return returned is null ? null : await ClientValue.ItemsAsync(returned);
    }
}
