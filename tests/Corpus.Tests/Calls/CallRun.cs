using System.Reflection;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>All operations of a document, called: with what is required, with everything, and answered by each status that is declared.</summary>
/// <param name="Passed">How many operations sent what the document says and read its answers.</param>
/// <param name="Problems">What does not hold, by operation.</param>
internal sealed record CallRun(int Passed, IReadOnlyList<(string Operation, string Problem)> Problems)
{
    public static CallRun Of(GeneratedDocument document)
    {
        if (document.Tree is not { } root || document.Compiled.Problems.Count > 0)
        {
            return new CallRun(0, []);
        }

        using CalledClient client = new(document.Compiled.Assembly);
        List<(string, string)> problems = [.. AddressProblems(root, client).Select(problem => ("servers", problem))];
        int passed = 0;
        foreach (DeclaredOperation operation in DeclaredOperation.In(root))
        {
            DeclaredCall call = new(root, operation);
            List<string> found = [.. OfOperation(client, call)];
            passed += found.Count == 0 ? 1 : 0;
            problems.AddRange(found.Select(problem => (call.Name, problem)));
        }

        return new CallRun(passed, problems);
    }

    private static IEnumerable<string> AddressProblems(JsonNode root, CalledClient client)
    {
        string? expected = ServerAddress.Of(root);
        string? actual = client.IsAddressGiven ? null : client.BaseAddress.OriginalString.TrimEnd('/');
        return expected == actual ? [] : [$"the address of the client is '{actual}' instead of '{expected}'"];
    }

    private static IEnumerable<string> OfOperation(CalledClient client, DeclaredCall call)
    {
        List<MethodInfo> methods = [.. client.Methods(call.Operation)];
        return methods.Count == 0 ? ["it has no method"] : methods.SelectMany(method => OfMethod(client, call, method).Select(problem => $"{method.Name}: {problem}"));
    }

    private static List<string> OfMethod(CalledClient client, DeclaredCall call, MethodInfo method)
    {
        MethodCall made = new(client, call, method);
        List<string> problems = [];
        try
        {
            foreach (bool everything in (bool[])[false, true])
            {
                problems.AddRange(made.SuccessAsync(everything).GetAwaiter().GetResult().Select(problem => $"{(everything ? "with everything" : "with what is required")}: {problem}"));
            }

            problems.AddRange(made.FailuresAsync().GetAwaiter().GetResult());
        }
        catch (Exception problem)
        {
            // One operation that breaks must not hide the others.
            problems.Add(MethodCall.Shown(problem));
        }

        return problems;
    }
}
