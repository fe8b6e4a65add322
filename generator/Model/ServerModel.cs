namespace Dragoman.Generator.Model;

/// <summary>A server whose address has variables.</summary>
/// <param name="Template">The address, with the names of variables in braces.</param>
internal sealed record ServerModel(string Template, EquatableArray<ServerVariableModel> Variables);

/// <summary>A variable of a server's address.</summary>
/// <param name="ParameterName">The parameter of the options' constructor.</param>
/// <param name="Default">Its default; empty where the caller must say.</param>
internal sealed record ServerVariableModel(string WireName, string ParameterName, string Default, string Description);
