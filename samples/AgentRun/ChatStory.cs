using Dragoman.Samples.Emulator;
using WebMcp;

namespace Dragoman.Samples.AgentRun;

/// <summary>Talks with a model that calls tools: while a token is refused, a session expires, and the model breaks off.</summary>
internal static class ChatStory
{
    public static async Task RunAsync(WebMcpClient client, WebMcpEmulator emulator)
    {
        Console.WriteLine();
        Session session = await client.Sessions.CreateAsync(new() { SiteWhitelist = ["museum.example"] });
        string conversation = await SayAsync(client, session, "Which tool knows when it opens?");

        // The token is refused. Its code is marked "authenticate": the client signs in, and repeats the call once.
        emulator.ExpireTokens();
        await SayAsync(client, session, "And on Mondays?", conversation);

        // The session is gone. No repeating helps; the exception says what does, and the conversation goes on.
        emulator.ExpireSessions();
        try
        {
            await SayAsync(client, session, "Is it free?", conversation);
        }
        catch (WebMcpException e) when (e.Recovery == Recovery.NewSession)
        {
            Failure.Show(e);
            session = await client.Sessions.CreateAsync(new() { SiteWhitelist = ["museum.example"] });
            await SayAsync(client, session, "Is it free?", conversation);
        }

        // The model fails in the middle of the answer. A 502 is repeated, but not after something of it was shown.
        emulator.Fail("chat", new Fault { Code = "MODEL_ERROR", AfterEvents = 3 });
        try
        {
            await SayAsync(client, session, "Tell me all about it.", conversation);
        }
        catch (ModelErrorException e)
        {
            Console.WriteLine();
            Failure.Show(e);
        }
    }

    /// <summary>Says something, and prints the answer as it comes.</summary>
    /// <returns>The conversation, with which the next message continues it.</returns>
    private static async Task<string> SayAsync(WebMcpClient client, Session session, string message, string? conversation = null)
    {
        await foreach (ChatEvent next in client.Chat.ChatAsync(new() { SessionToken = session.Token, Message = message, ConversationId = conversation }))
        {
            switch (next)
            {
                case ChatEvent.Text(var piece):
                    Console.Write(piece.Text);
                    break;
                case ChatEvent.ToolUse(var use):
                    Console.Write($"  [{use.Name}: ");
                    break;
                case ChatEvent.ToolResult(var answer):
                    Console.Write($"{answer.Result}]");
                    break;
                case ChatEvent.Done(var summary):
                    Console.WriteLine($"  [{summary.CreditsUsed} credit]");
                    conversation = summary.ConversationId;
                    break;
            }
        }

        return conversation ?? throw new InvalidOperationException("No answer ends without its summary.");
    }
}
