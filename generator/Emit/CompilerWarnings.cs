namespace Dragoman.Generator.Emit;

/// <summary>What compilers warn of without need in a file, beside members that the document does not describe (CS1591), which every file may have.</summary>
[Flags]
internal enum CompilerWarnings
{
    None = 0,

    /// <summary>Deprecated members are still read and written (CS0612, CS0618).</summary>
    Deprecated = 1,

    /// <summary>Parameters are described beside others that are not (CS1573).</summary>
    PartlyDescribed = 2,

    /// <summary>Reading sets what is required, or throws (CS8618).</summary>
    Unset = 4,
}
