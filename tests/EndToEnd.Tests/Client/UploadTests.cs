using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Files, sent in the request or fetched by the service.</summary>
public class UploadTests
{
    [Fact]
    public async Task AFileIsSentAsBase64()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        UploadedFile file = (await session.Client.Files.UploadAsync(new() { FileData = "iVBORw0KGgo=", FileName = "portrait.png" })).Data;

        Assert.Equal("""{"file_data":"iVBORw0KGgo=","file_name":"portrait.png"}""", session.Emulator.Requests[0].Body);
        Assert.Equal(new Uri("https://files.bithuman.invalid/uploads/portrait.png"), file.FileUrl);
        Assert.Equal((FileType.Image, 8L, "image/png"), (file.FileType, file.FileSize, file.MimeType));
        Assert.Equal(TimeSpan.Zero, file.UploadedAt?.Offset);
    }

    [Fact]
    public async Task AFileIsFetchedFromAUrl()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        UploadedFile file = (await session.Client.Files.UploadAsync(new() { FileUrl = new("https://sounds.example/voice.mp3?v=1&x=2"), FileType = FileType.Audio })).Data;

        Assert.Equal("""{"file_url":"https://sounds.example/voice.mp3?v=1&x=2","file_type":"audio"}""", session.Emulator.Requests[0].Body);
        Assert.Equal((FileType.Audio, "https://sounds.example/voice.mp3?v=1&x=2"), (file.FileType, file.OriginalSource));
    }

    [Fact]
    public async Task AFileThatTheServiceRefusesIsTheExceptionOfItsReason()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        FilesClient files = session.Client.Files;

        await Assert.ThrowsAsync<UnsupportedTypeException>(() => files.UploadAsync(new() { FileData = "AAAA", FileName = "notes.pdf" }));
        await Assert.ThrowsAsync<DownloadFailedException>(() => files.UploadAsync(new() { FileUrl = new("https://unreachable.example/portrait.png") }));
        await Assert.ThrowsAsync<ValidationErrorException>(() => files.UploadAsync(new()));
        await Assert.ThrowsAsync<FileTooLargeException>(() => files.UploadAsync(
            new() { FileData = Convert.ToBase64String(new byte[(10 * 1024 * 1024) + 1]), FileName = "portrait.png" }));

        Assert.Equal(4, session.Emulator.Requests.Count);
    }
}
