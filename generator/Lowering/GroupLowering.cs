using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Puts operations into groups by their first tag; those without one belong to the root client.</summary>
internal sealed class GroupLowering(ApiDocument document, string prefix, NameScope types, NameOverrides overrides)
{
    /// <summary>Types that the root client calls static members of: a property of the name would be taken for them.</summary>
    private static readonly string[] s_calledTypes = ["AccessToken", "ApiCredential", "ApiResult", "ArgumentNullException", "JsonRead", "JsonWrite", "ParameterStyle", "PollOutcome", "RequestOptions", "TimeSpan", "WireText"];

    private readonly string _clientName = $"{prefix}Client";

    public IReadOnlyList<GroupModel> Lower(Func<Operation, string, OperationModel?> lower)
    {
        IEnumerable<string> channels = document.Operations.Where(operation => operation.Node.Has("x-websocket")).Select(operation => $"{Identifier.Join(OperationNames.IdWords(operation), "Operation")}Channel");
        NameScope properties = new([_clientName, $"{prefix}Operations", $"{prefix}Errors", .. s_calledTypes, .. channels, "Dispose", .. NameScope.ObjectMembers]);
        Dictionary<Operation, int> places = document.Operations.Select((operation, place) => (operation, place)).ToDictionary(item => item.operation, item => item.place);
        List<(int Place, GroupModel Group)> groups = [];

        // Names are taken in the order of tags, paths and methods, so that another order in the document renames nothing. What is named stands as it does there.
        foreach (IGrouping<string, Operation> tagged in document.Operations
            .GroupBy(operation => operation.Tags.FirstOrDefault() ?? "", StringComparer.Ordinal)
            .OrderBy(tagged => tagged.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<Operation> operations = tagged.OrderBy(operation => operation.Key, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal).ToList();
            IReadOnlyDictionary<Operation, string> names = OperationNames.Of(tagged.Key, operations, overrides);
            EquatableArray<OperationModel> methods = operations
                .Select(operation => (Place: places[operation], Method: lower(operation, names[operation])))
                .ToList()
                .OrderBy(method => method.Place)
                .Select(method => method.Method)
                .OfType<OperationModel>()
                .ToEquatableArray();
            if (tagged.Key.Length == 0)
            {
                groups.Add((-1, new GroupModel(_clientName, "", "", methods)));
            }
            else if (methods.Count > 0)
            {
                string name = overrides.OfGroup(tagged.Key) ?? Identifier.Pascal(tagged.Key, "Group");
                groups.Add((operations.Min(operation => places[operation]), new GroupModel(types.Take($"{name}Client", "I*", GroupModel.ExtensionsNameOf("*")), properties.Take(name), Description(tagged.Key), methods)));
            }
        }

        return groups.OrderBy(group => group.Place).Select(group => group.Group).ToList();
    }

    /// <summary>The description of a tag, or else its summary (OpenAPI 3.2, section 4.22).</summary>
    private string Description(string tag)
    {
        MappingNode? described = (document.Root.Sequence("tags")?.Items ?? []).OfType<MappingNode>().FirstOrDefault(node => node.Text("name") == tag);
        return described?.Text("description") ?? described?.Text("summary") ?? "";
    }
}
