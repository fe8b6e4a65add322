using Dragoman.Generator.Document;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Tests.Document;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Methods are called after their operationId, without the noun that their group's name already says.</summary>
public sealed class OperationNamesTests
{
    [Theory]
    [InlineData("Agents", "generateAgent", "Generate")]
    [InlineData("Agents", "getAgentStatus", "GetStatus")]
    [InlineData("Agents", "list_agents", "List")]
    [InlineData("Agents", "agents.create", "Create")]
    [InlineData("Agents", "agents/update-one", "UpdateOne")]
    [InlineData("Agents", "AGENT_DELETE", "Delete")]
    [InlineData("Agents", "addContext", "AddContext")]
    [InlineData("Agents", "agents", "Agents")]
    [InlineData("Agents", "agentic", "Agentic")]
    [InlineData("Agents", "getReagents", "GetReagents")]
    [InlineData("pets", "listPets", "List")]
    [InlineData("pets", "createPets", "Create")]
    [InlineData("pets", "showPetById", "ShowById")]
    [InlineData("pet", "findPetsByStatus", "FindByStatus")]
    [InlineData("pet", "uploadFile", "UploadFile")]
    [InlineData("user", "createUsersWithListInput", "CreateWithListInput")]
    [InlineData("store", "getInventory", "GetInventory")]
    [InlineData("Live Sessions", "startLiveSession", "Start")]
    [InlineData("Live Sessions", "startLive", "StartLive")]
    [InlineData("Categories", "getCategory", "Get")]
    [InlineData("Agents", "agent2fa", "Agent2fa")]
    [InlineData("Agents", "agent_2", "Agent2")]
    [InlineData("", "listPets", "ListPets")]
    [InlineData("Agents", "***", "GetO")]
    [InlineData("Agents", "class", "Class")]
    [InlineData("Agents", "1a", "_1a")]
    public void A_method_has_no_noun_of_its_group(string group, string id, string name) => Assert.Equal([name], Names(group, id));

    /// <summary>Where dropping the noun makes two one, both keep it.</summary>
    [Theory]
    [InlineData("getAgent getAgents", "GetAgent GetAgents")]
    [InlineData("getAgent getAgents listAgents", "GetAgent GetAgents List")]
    [InlineData("get getAgent", "Get GetAgent")]
    [InlineData("get_a getA", "GetA GetA2")]
    [InlineData("getagent GETAGENT", "Getagent Getagent2")]
    [InlineData("get tryGet", "Get TryGet2")]
    public void Names_are_different(string ids, string names) => Assert.Equal(names.Split(' '), Names("Agents", ids.Split(' ')));

    /// <summary>A document without operationIds still has methods: by HTTP method and path.</summary>
    [Theory]
    [InlineData("/", "get", "Get")]
    [InlineData("/agents", "get", "GetAgents")]
    [InlineData("/agents/{id}", "delete", "DeleteAgentsById")]
    [InlineData("/users/{user-id}/keys/{keyId}", "get", "GetUsersByUserIdKeysByKeyId")]
    [InlineData("/v1/agents/{code}.json", "put", "PutAgentsByCode")]
    [InlineData("/api/v2/agents", "get", "GetAgents")]
    [InlineData("/Api/agents({id})", "get", "GetAgentsById")]
    [InlineData("/api-keys", "get", "GetApiKeys")]
    [InlineData("/api/v1", "get", "GetApiV1")]
    [InlineData("/api/{id}", "get", "GetApiById")]
    public void Without_an_id_method_and_path_are_the_name(string path, string method, string name)
    {
        string parameters = string.Join(", ", PathTemplate.Names(path).Select(parameter => $"{{ name: {parameter}, in: path }}"));
        IReadOnlyList<Operation> operations = DocumentReading.Good($"paths: {{ '{path}': {{ {method}: {{ parameters: [{parameters}] }} }} }}").Operations;

        Assert.Equal([name], OperationNames.Of("", operations, new NameOverrides()).Values);
    }

    /// <summary>FastAPI's generate_unique_id: name, path and method, with an underscore for every sign.</summary>
    [Theory]
    [InlineData("/items/{item_id}", "get", "read_item_items__item_id__get", "ReadItem")]
    [InlineData("/token", "post", "login_token_post", "Login")]
    [InlineData("/token", "post", "_token_post", "TokenPost")]
    [InlineData("/token", "put", "login_token_post", "LoginTokenPost")]
    public void An_id_that_ends_with_path_and_method_is_what_stands_before(string path, string method, string id, string name)
    {
        string parameters = string.Join(", ", PathTemplate.Names(path).Select(parameter => $"{{ name: {parameter}, in: path }}"));
        IReadOnlyList<Operation> operations = DocumentReading.Good($"paths: {{ '{path}': {{ {method}: {{ operationId: {id}, parameters: [{parameters}] }} }} }}").Operations;

        Assert.Equal([name], OperationNames.Of("", operations, new NameOverrides()).Values);
    }

    [Fact]
    public void Versions_stay_where_they_tell_operations_apart()
    {
        IReadOnlyList<Operation> operations = DocumentReading.Good("paths: { /v1/a: { get: {} }, /v2/a: { get: {} }, /v2/b: { get: {} } }").Operations;

        Assert.Equal(["GetV1A", "GetV2A", "GetB"], operations.Select(operation => OperationNames.Of("", operations, new NameOverrides())[operation]));
    }

    private static IEnumerable<string> Names(string group, params string[] ids)
    {
        string paths = string.Join(", ", ids.Select((id, index) => $"/{new string('o', index + 1)}: {{ get: {{ operationId: '{id}' }} }}"));
        IReadOnlyList<Operation> operations = DocumentReading.Good($"paths: {{ {paths} }}").Operations;
        IReadOnlyDictionary<Operation, string> names = OperationNames.Of(group, operations, new NameOverrides());
        return operations.Select(operation => names[operation]);
    }
}
