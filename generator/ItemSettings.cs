using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;

namespace Dragoman.Generator;

/// <summary>The metadata of an OpenApiClient item as settings, with what is wrong in it.</summary>
/// <param name="Problems">Name, value and what the value should be.</param>
internal sealed record ItemSettings(ClientSettings Settings, EquatableArray<SettingProblem> Problems)
{
    public static ItemSettings None { get; } = new(new ClientSettings("", "", "", "", ""), default);

    /// <param name="metadata">Gives the metadata of a name; empty where there is none.</param>
    public static ItemSettings Read(string document, string rootNamespace, Func<string, string> metadata)
    {
        List<SettingProblem> problems = [];
        ClientSettings settings = new(document, "", Name("Namespace", metadata("Namespace"), isNamespace: true), SettingName.IsNamespace(rootNamespace) ? rootNamespace : "", Name("ClientName", metadata("ClientName")))
        {
            IsInternal = Word("Accessibility", "public", "internal"),
            Validates = Word("Validate", "false", "true"),
            Operations = new OperationSelection
            {
                IncludedTags = List("IncludeTags"),
                ExcludedTags = List("ExcludeTags"),
                IncludedPaths = List("IncludePaths"),
                ExcludedPaths = List("ExcludePaths"),
                IncludedOperations = List("IncludeOperations"),
                ExcludedOperations = List("ExcludeOperations"),
                ExcludesDeprecated = Word("ExcludeDeprecated", "false", "true"),
            },
            Names = new NameOverrides { Types = Names("TypeNames"), Methods = Names("MethodNames"), Groups = Names("GroupNames") },
        };
        return new ItemSettings(settings, problems.ToEquatableArray());

        string Name(string setting, string name, bool isNamespace = false)
        {
            if (isNamespace ? SettingName.IsNamespace(name) : SettingName.IsName(name))
            {
                return name;
            }

            problems.Add(new(setting, name, isNamespace ? "a C# namespace of ASCII letters, digits and underscores" : "a C# name of ASCII letters, digits and underscores"));
            return "";
        }

        bool Word(string setting, string usual, string other)
        {
            string word = metadata(setting);
            if (word.Length > 0 && !IsWord(word, usual) && !IsWord(word, other))
            {
                problems.Add(new(setting, word, $"'{usual}' or '{other}'"));
            }

            return IsWord(word, other);
        }

        EquatableArray<string> List(string setting) => Items(setting).ToEquatableArray();

        EquatableArray<NameOverride> Names(string setting)
        {
            List<NameOverride> names = [];
            foreach (string item in Items(setting))
            {
                int equals = item.LastIndexOf('=');
                string name = item.Substring(equals + 1).Trim();
                if (equals > 0 && name.Length > 0 && SettingName.IsName(name))
                {
                    names.Add(new NameOverride(item.Substring(0, equals).Trim(), name));
                }
                else
                {
                    problems.Add(new(setting, item, "of the form 'name in the document=C# name'"));
                }
            }

            return names.ToEquatableArray();
        }

        // The targets escape lists: as they are, the compiler would take what follows a semicolon or a number sign for a comment.
        IEnumerable<string> Items(string setting) => Uri.UnescapeDataString(metadata(setting)).Split(';').Select(item => item.Trim()).Where(item => item.Length > 0);
    }

    private static bool IsWord(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A setting that is not used.</summary>
/// <param name="Expected">What its value should be.</param>
internal sealed record SettingProblem(string Setting, string Value, string Expected);
