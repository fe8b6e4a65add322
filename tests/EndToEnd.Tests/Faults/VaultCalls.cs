using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A call of each operation of vault.yaml, read to its end and told as a text.</summary>
internal static class VaultCalls
{
    private static readonly Item s_item = new() { Id = "I1" };

    private static readonly Dictionary<string, Func<VaultClient, RequestOptions?, CancellationToken, Task<string>>> s_byName = new()
    {
        ["getItem"] = async (client, options, token) => Tell(await client.GetItemAsync("I1", options: options, cancellationToken: token)),
        ["putItem"] = async (client, options, token) => Tell(await client.PutItemAsync("I1", s_item, options, token)),
        ["deleteItem"] = async (client, options, token) =>
        {
            await client.DeleteItemAsync("I1", options, token);
            return "";
        },
        ["addItem"] = async (client, options, token) => Tell(await client.AddItemAsync(s_item, options, token)),
        ["getNote"] = (client, options, token) => client.GetNoteAsync(options, token),
        ["getPicture"] = GetPictureAsync,
        ["putPicture"] = async (client, options, token) =>
        {
            await client.PutPictureAsync(FileUpload.FromBytes(new byte[30_000]), options, token);
            return "";
        },
        ["getLines"] = (client, options, token) => TellAsync(client.GetLinesAsync(options, token)),
        ["addLines"] = async (client, options, token) =>
        {
            await client.AddLinesAsync(Enumerable.Repeat(s_item, 100), options, token);
            return "";
        },
        ["getEvents"] = (client, options, token) => TellAsync(client.GetEventsAsync(options, token)),
    };

    public static IReadOnlyList<string> Names { get; } = [.. s_byName.Keys];

    public static Task<string> RunAsync(string name, VaultClient client, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        s_byName[name](client, options, cancellationToken);

    /// <summary>What a call tells where nothing is wrong.</summary>
    public static string Expected(string name) => name switch
    {
        "getItem" or "putItem" or "addItem" => "I1",
        "getNote" => VaultAnswers.Note,
        "getPicture" => VaultAnswers.Picture,
        "getLines" or "getEvents" => "I1 I2",
        _ => "",
    };

    private static string Tell(Item item) => item.Id;

    private static async Task<string> TellAsync(IAsyncEnumerable<Item> items)
    {
        List<string> ids = [];
        await foreach (Item item in items)
        {
            ids.Add(item.Id);
        }

        return string.Join(' ', ids);
    }

    private static async Task<string> GetPictureAsync(VaultClient client, RequestOptions? options, CancellationToken token)
    {
        await using FileDownload picture = await client.GetPictureAsync(options, token);
        using StreamReader reader = new(picture.Stream);
        return await reader.ReadToEndAsync(token);
    }
}
