namespace Dragoman.Generator.Model;

/// <summary>The root client's class: its own methods, and of the groups only what its properties need.</summary>
/// <param name="HasBaseAddress">False where the document names no server, and the caller must.</param>
internal sealed record RootClientModel(
    FileModel File,
    string Api,
    string Description,
    bool HasBaseAddress,
    EquatableArray<CredentialModel> Credentials,
    ReadinessModel? Readiness,
    EquatableArray<GroupPropertyModel> Groups,
    EquatableArray<OperationModel> Operations)
{
    public static RootClientModel Of(ApiModel model) => new(
        model.File,
        model.Client.Api,
        model.Client.Description,
        model.Client.BaseAddress is not null,
        model.Client.Credentials,
        model.Client.Readiness,
        model.Groups.Where(group => !group.IsRoot).Select(group => new GroupPropertyModel(group.ClassName, group.PropertyName, group.Description)).ToEquatableArray(),
        model.Groups.Where(group => group.IsRoot).SelectMany(group => group.Operations).ToEquatableArray());
}

/// <summary>A group as a property of the root client.</summary>
internal sealed record GroupPropertyModel(string ClassName, string PropertyName, string Description);
