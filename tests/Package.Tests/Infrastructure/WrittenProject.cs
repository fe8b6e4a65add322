using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>A project on disk, and what building it has made.</summary>
internal sealed record WrittenProject(string Name, string Folder)
{
    public string ProjectFile => PathOf($"{Name}.csproj");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>The assembly for users, whether it exists or not.</summary>
    public string Assembly(string framework = "net10.0") => PathOf($"bin/Debug/{framework}/{Name}.dll");

    /// <summary>The assembly as the compiler wrote it: its time tells when that was.</summary>
    public string CompilerOutput(string framework = "net10.0") => PathOf($"obj/Debug/{framework}/{Name}.dll");

    /// <summary>The full names of the assembly's public types, read without loading it: its framework need not be here.</summary>
    public IReadOnlySet<string> PublicTypes(string framework = "net10.0")
    {
        using PEReader file = new(File.OpenRead(Assembly(framework)));
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .ToHashSet(StringComparer.Ordinal);
    }
}
