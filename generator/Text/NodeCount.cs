namespace Dragoman.Generator.Text;

/// <summary>The values read so far, of a file or of all the files that belong together.</summary>
internal sealed class NodeCount
{
    public int Value { get; set; }
}
