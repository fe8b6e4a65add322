namespace Dragoman.Generator.Normalize;

/// <summary>Paths of files as texts: no file system is asked, and both kinds of slashes are one.</summary>
internal static class FilePath
{
    /// <summary>The file that a relative reference names (RFC 3986, 5.2), seen from the file it stands in.</summary>
    public static string Resolve(string from, string reference)
    {
        string relative = Uri.UnescapeDataString(reference).Replace('\\', '/');
        string path = from.Replace('\\', '/');
        return relative.StartsWith("/", StringComparison.Ordinal) ? Normalize(relative) : Normalize($"{path.Substring(0, path.LastIndexOf('/') + 1)}{relative}");
    }

    /// <summary>A file as another file may refer to it.</summary>
    public static string Relative(string from, string to)
    {
        string[] folders = Normalize(from).Split('/');
        string[] path = Normalize(to).Split('/');
        int same = 0;
        while (same < folders.Length - 1 && same < path.Length - 1 && folders[same] == path[same])
        {
            same++;
        }

        return string.Join("/", Enumerable.Repeat("..", folders.Length - 1 - same).Concat(path.Skip(same)));
    }

    /// <summary>A path without '.' and '..' segments.</summary>
    public static string Normalize(string path)
    {
        List<string> segments = [];
        foreach (string segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] is not ("" or ".."))
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }
}
