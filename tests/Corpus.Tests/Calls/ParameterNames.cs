using System.Reflection;

namespace Dragoman.Corpus.Tests;

/// <summary>Finds the parameters of a document among those of a method: by name, since there is nothing else to go by.</summary>
internal static class ParameterNames
{
    public static IReadOnlyDictionary<ParameterInfo, CallParameter> Match(IReadOnlyList<CallParameter> declared, IReadOnlyList<ParameterInfo> arguments)
    {
        Dictionary<ParameterInfo, CallParameter> matched = [];
        List<ParameterInfo> left = [.. arguments];
        List<CallParameter> unmatched = [.. declared];
        foreach (Func<string, string, bool> fits in (Func<string, string, bool>[])[WireName.AreSame, (name, wire) => WireName.AreSame(name.TrimEnd("0123456789".ToCharArray()), wire)])
        {
            foreach (CallParameter wire in unmatched.ToList())
            {
                // A required parameter is one of the method's, and an optional one has a default there.
                if (left.Where(parameter => fits(parameter.Name!, wire.Name)).OrderBy(parameter => parameter.HasDefaultValue == wire.IsRequired).FirstOrDefault() is { } found)
                {
                    matched[found] = wire;
                    left.Remove(found);
                    unmatched.Remove(wire);
                }
            }
        }

        // Names without a letter of ASCII have one that was made up. They stand in the order of the document, the body last.
        foreach ((CallParameter wire, ParameterInfo parameter) in unmatched.OrderBy(wire => !wire.IsRequired).ThenBy(wire => wire.Place != "path").Zip(left).ToList())
        {
            if (!wire.Name.Any(char.IsAsciiLetter))
            {
                matched[parameter] = wire;
            }
        }

        return matched;
    }
}
