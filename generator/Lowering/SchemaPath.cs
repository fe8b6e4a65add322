using Dragoman.Generator.Document;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// The schemas that what is being looked at is a part or an alternative of, from the outermost inwards. There are ways without
/// number through schemas that hold each other, and long ones: neither all of them nor their ends are looked for.
/// </summary>
/// <param name="mostDepth">How many schemas may hold each other.</param>
/// <param name="mostSteps">How many are looked at on all ways together.</param>
internal sealed class SchemaPath(int mostDepth, int mostSteps)
{
    private readonly HashSet<Schema> _schemas = [];
    private int _steps;

    public bool Contains(Schema schema) => _schemas.Contains(schema);

    /// <summary>False where it leads too far to go on.</summary>
    public bool TryEnter(Schema schema) => _schemas.Count < mostDepth && _steps++ < mostSteps && _schemas.Add(schema);

    public void Leave(Schema schema) => _schemas.Remove(schema);
}
