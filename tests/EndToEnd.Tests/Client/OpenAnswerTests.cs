using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Answers of a service that is newer than the document, and answers that break it.</summary>
public class OpenAnswerTests
{
    [Fact]
    public async Task UnknownMembersAreSkippedAndUnknownValuesKept()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("getAgent", 200, "application/json", """
            {"trace":{"spans":[{"id":1},[]]},"success":true,
             "data":{"agent_id":"A1","mood":["calm",{"since":null}],"status":"hibernating","name":null,"weight":1e400}}
            """);

        Agent agent = (await session.Client.Agents.GetAsync("A1")).Data;

        Assert.Equal("hibernating", agent.Status.Value);
        Assert.Equal(new() { AgentId = "A1", Status = "hibernating" }, agent);
    }

    [Fact]
    public async Task AnUnknownValueCanBeSentBack()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");

        ValidationErrorException error = await Assert.ThrowsAsync<ValidationErrorException>(() =>
            session.Client.Agents.AddContextAsync("A1", new() { Context = "Likes jazz.", Type = "whisper" }));

        Assert.Equal("""{"context":"Likes jazz.","type":"whisper"}""", session.Emulator.Requests[0].Body);
        Assert.Equal("type must be one of add_context, speak", error.Message);
    }

    [Theory]
    [InlineData("""{"success":true,"data":{"agent_id":"A1"}}""", "$.data")]
    [InlineData("""{"success":true,"data":{"agent_id":5,"status":"ready"}}""", "$.data.agent_id")]
    [InlineData("""{"success":true,"data":{"agent_id":null,"status":"ready"}}""", "$.data.agent_id")]
    [InlineData("""{"success":"yes"}""", "$.success")]
    [InlineData("""[]""", "$")]
    public async Task ASuccessThatBreaksTheDocumentSaysWhere(string body, string path)
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("getAgent", 200, "application/json", body);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => session.Client.Agents.GetAsync("A1"));

        Assert.Equal(path, error.JsonPath);
        Assert.Equal((200, body), (error.Status, error.Body));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html></html>")]
    [InlineData(204, "")]
    [InlineData(202, """{"success":true,"data":{"agent_id":"A1","status":"ready"}}""")]
    public async Task ASuccessThatIsNotTheDocumentsIsNoSuccess(int status, string body)
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("getAgent", status, "application/json", body);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => session.Client.Agents.GetAsync("A1"));

        Assert.Equal(status, error.Status);
        Assert.Single(session.Emulator.Requests);
    }
}
