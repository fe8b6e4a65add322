namespace Dragoman.Generator.Model;

/// <summary>The root client's class: its own methods, and of the groups only what its properties need.</summary>
internal sealed record RootClientModel(FileModel File, ClientModel Client, EquatableArray<GroupPropertyModel> Groups, EquatableArray<OperationModel> Operations)
{
    public static RootClientModel Of(ApiModel model) => new(
        model.File,
        model.Client,
        model.Groups.Where(group => !group.IsRoot).Select(group => new GroupPropertyModel(group.ClassName, group.PropertyName, group.Description)).ToEquatableArray(),
        model.Groups.Where(group => group.IsRoot).SelectMany(group => group.Operations).ToEquatableArray());
}

/// <summary>A group as a property of the root client.</summary>
internal sealed record GroupPropertyModel(string ClassName, string PropertyName, string Description);
