using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Records with the code that reads and writes them.</summary>
public sealed class RecordTests
{
    /// <summary>Absent, null and present are three things on the wire; JSON values can be all of them at once.</summary>
    [Fact]
    public void Required_optional_and_nullable_members() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Member:
          type: object
          required: [text, textOrNull, number, numberOrNull, record, recordOrNull, any]
          properties:
            text: { type: string, description: Always there. }
            textOrNull: { type: [string, 'null'] }
            optionalText: { type: string, default: a < b }
            number: { type: integer, format: int32, minimum: 1, maximum: 10 }
            numberOrNull: { type: [integer, 'null'] }
            optionalNumber: { type: number }
            record: { $ref: '#/components/schemas/Other' }
            recordOrNull: { anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] }
            optionalRecord: { $ref: '#/components/schemas/Other' }
            any: {}
            optionalAny: {}
        Other: { type: object, properties: { x: { type: boolean } } }
        """, "Member"), "Member"));

    [Fact]
    public void Secrets() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Login: { type: object, required: [name], properties: { name: { type: string }, word: { type: string, format: password } } }
        """,
        "Login"), "Login"));

    [Fact]
    public void Read_only_and_write_only_members() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Account:
          type: object
          required: [id, name, password]
          properties:
            id: { type: string, readOnly: true }
            name: { type: string }
            password: { type: string, writeOnly: true }
            owner: { $ref: '#/components/schemas/Owner' }
            owners: { type: array, items: { $ref: '#/components/schemas/Owner' } }
        Owner:
          type: object
          required: [since]
          properties:
            since: { type: string, format: date-time, readOnly: true }
        """, "Account"), "Account", "Owner"));

    [Fact]
    public void Maps_lists_and_their_nullable_elements() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Collections:
          type: object
          required: [names, matrix, counts]
          properties:
            names: { type: array, items: { type: string } }
            namesOrNull: { type: array, items: { type: [string, 'null'] } }
            numbersOrNull: { type: array, items: { type: [integer, 'null'] } }
            matrix: { type: array, items: { type: array, items: { type: number, format: double } } }
            counts: { type: object, additionalProperties: { type: integer } }
            recordsByName: { type: object, additionalProperties: { type: array, items: { anyOf: [{ $ref: '#/components/schemas/Point' }, { type: 'null' }] } } }
            anything: { type: array, items: {} }
            free: { type: object }
        Point: { type: object, required: [x], properties: { x: { type: number } } }
        """, "Collections"), "Collections"));

    [Fact]
    public void Additional_properties_beside_properties() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Labels:
          type: object
          required: [name]
          properties: { name: { type: string }, additional: { type: string } }
          additionalProperties: { type: [string, 'null'] }
        """, "Labels"), "Labels"));

    [Fact]
    public void Members_of_all_parts_of_allOf() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Animal: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }
        Dog:
          description: An animal that barks.
          allOf:
            - $ref: '#/components/schemas/Animal'
            - type: object
              required: [age]
              properties: { barks: { type: boolean } }
        """, "Dog"), "Dog"));

    [Fact]
    public void A_record_without_members() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Nothing: { allOf: [{ type: object, additionalProperties: false }, { type: object, required: [] }] }
        """, "Nothing"), "All"));

    [Fact]
    public void Members_of_every_type() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Types:
          type: object
          required: [i32, i64, single, double, decimal, guid, uri, instant, date, time, span, bytes]
          properties:
            i32: { type: integer, format: int32 }
            i64: { type: integer, format: int64 }
            single: { type: number, format: float }
            double: { type: number, format: double }
            decimal: { type: number, format: decimal }
            guid: { type: string, format: uuid }
            uri: { type: string, format: uri }
            instant: { type: string, format: date-time }
            date: { type: string, format: date }
            time: { type: string, format: time }
            span: { type: string, format: duration }
            bytes: { type: string, format: byte }
        """, "Types"), "Types"));

    [Fact]
    public void Deprecated_members_and_records() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Old:
          type: object
          deprecated: true
          description: |
            First paragraph
            of two lines.

            Second & last, with `code` and <b>.
          required: [a]
          properties:
            a: { type: string, deprecated: true }
            b: { type: string, deprecated: true, description: Use a. }
        """, "Old"), "Old"));

    [Fact]
    public void Constants_and_members_that_are_absent_or_null() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Change:
          type: object
          required: [kind, version]
          properties:
            kind: { const: change }
            version: { type: integer, enum: [2] }
            optional: { const: true }
            name: { type: [string, 'null'] }
            day: { type: [string, 'null'], format: date }
            tags: { type: [array, 'null'], items: { type: string } }
            inner: { anyOf: [{ $ref: '#/components/schemas/Change' }, { type: 'null' }] }
        """, "Change"), "Change"));

    [Fact]
    public void Defaults_of_what_is_received() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        "/a: { get: { operationId: get, responses: { 200: { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } } } }",
        """
        components:
          schemas:
            Page:
              type: object
              properties:
                limit: { type: integer, default: 20 }
                order: { type: string, enum: [up, down], default: up }
                share: { type: number, default: 0.5 }
                tags: { type: array, items: { type: string }, default: [] }
        """), "Page"));

    [Fact]
    public void Defaults_of_what_is_received_and_sent() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        "/a: { put: { operationId: set, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Setting' } } } }, responses: { 200: { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Setting' } } } } } } }",
        """
        components:
          schemas:
            Setting:
              type: object
              required: [kind]
              properties:
                kind: { type: string }
                open: { type: boolean, default: true, description: Whether it is open. }
                limit: { type: [integer, 'null'], default: 20 }
                id: { type: [string, 'null'], readOnly: true, default: none }
              discriminator: { propertyName: kind }
            Room: { allOf: [{ $ref: '#/components/schemas/Setting' }, { type: object, properties: { warmth: { type: number, format: float, default: 20.5 } } }] }
        """), "Setting", "Room"));
}
