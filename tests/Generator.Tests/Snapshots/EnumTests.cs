using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Open enumerations.</summary>
public sealed class EnumTests
{
    [Fact]
    public void Text() => Snapshot.Verify(Emitted.Files(Emitted.Schemas("Kind: { type: string, description: What it is., enum: [cat, dog] }", "Kind"), "Kind"));

    [Fact]
    public void Odd_texts() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Odd:
          type: string
          deprecated: true
          enum: ['', ' ', '16:9', a-b, a_b, A_B, '*', '"quoted"', 'back\slash', "line\nbreak", value, ToString, class, Odd, é, '-1', 'null']
        """, "Odd"), "Odd"));

    [Fact]
    public void Integers() => Snapshot.Verify(Emitted.Files(Emitted.Schemas("Level: { type: integer, format: int32, enum: [-1, 0, 10, 2147483647] }", "Level"), "Level"));

    [Fact]
    public void Members_that_are_enums() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Holder:
          type: object
          required: [kind, kindOrNull]
          properties:
            kind: { type: string, enum: [cat, dog] }
            kindOrNull: { type: [string, 'null'], enum: [a, null] }
            optional: { $ref: '#/components/schemas/Level' }
            levels: { type: array, items: { $ref: '#/components/schemas/Level' } }
            levelsOrNull: { type: array, items: { anyOf: [{ $ref: '#/components/schemas/Level' }, { type: 'null' }] } }
        Level: { type: integer, enum: [1, 2] }
        """, "Holder"), "Holder"));
}
