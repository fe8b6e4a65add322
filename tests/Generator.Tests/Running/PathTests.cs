using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>What generated methods write into the first line of a request, for paths and methods that are not everyday ones.</summary>
public sealed class PathTests
{
    [Fact]
    public async Task A_path_and_a_method_are_sent_as_the_document_says()
    {
        System.Reflection.Assembly assembly = GeneratorRun.Of(Emitted.Paths("""
            /answers/{id}?beta=true:
              get:
                operationId: getAnswer
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }]
            /{bucket}#acl:
              get: { operationId: getAcl, parameters: [{ name: bucket, in: path, required: true, schema: { type: string } }] }
            /{bucket}#tags:
              get: { operationId: getTags, parameters: [{ name: bucket, in: path, required: true, schema: { type: string } }] }
            /{container}?restype=container:
              put:
                operationId: putContainer
                parameters: [{ name: container, in: path, required: true, schema: { type: string } }, { name: restype, in: query, required: true, schema: { type: string } }]
            /{a}{b}-{a}:
              get: { operationId: getBoth, parameters: [{ name: a, in: path, required: true, schema: { type: string } }, { name: b, in: path, required: true, schema: { type: string } }] }
            /pets/^.*$:
              query: { operationId: searchPets }
              additionalOperations: { COPY: { operationId: copyPets }, lock: { operationId: lockPets } }
            """))
            .WithSource("""
                using System;
                using System.Threading.Tasks;
                using Consumer.Cases;

                internal static class Calls
                {
                    public static async Task Make(Uri address)
                    {
                        using CasesClient client = new(new CasesClientOptions { BaseAddress = address, MaxRetries = 0 });
                        await client.GetAnswerAsync("a/b", limit: 3);
                        await client.GetAclAsync("x");
                        await client.GetTagsAsync("y");
                        await client.PutContainerAsync("c", "directory");
                        await client.GetBothAsync("1", "2");
                        await client.SearchPetsAsync();
                        await client.CopyPetsAsync();
                        await client.LockPetsAsync();
                    }
                }
                """)
            .AssertCompiles()
            .Load();
        await using OneAnswer server = new("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");

        await (Task)assembly.GetType("Calls")!.GetMethod("Make")!.Invoke(null, [server.Address])!;

        Assert.Equal(
            [
                "GET /answers/a%2Fb?beta=true&limit=3 HTTP/1.1",
                "GET /x HTTP/1.1",
                "GET /y HTTP/1.1",
                "PUT /c?restype=directory HTTP/1.1",
                "GET /12-1 HTTP/1.1",
                "QUERY /pets/%5E.*$ HTTP/1.1",
                "COPY /pets/%5E.*$ HTTP/1.1",
                "lock /pets/%5E.*$ HTTP/1.1",
            ],
            server.Requests.Select(request => request.Split("\r\n")[0]));
    }
}
