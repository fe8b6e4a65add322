using BitHuman;
using var client = new BitHumanClient(apiSecret: "x");
Console.WriteLine(client.Agents);
