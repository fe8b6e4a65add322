using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Records are printed into logs; what must not be shown is not.</summary>
public sealed class SecretTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Login:
          type: object
          required: [name]
          properties:
            name: { type: string }
            word: { type: string, format: password }
            words: { type: array, items: { type: string, format: password } }
            level: { type: integer, default: 3 }
          additionalProperties: { type: integer }
        Key: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string }, pin: { type: string, format: password } } }
        Card: { allOf: [{ $ref: '#/components/schemas/Key' }, { type: object, properties: { cvc: { type: string, format: password }, name: { type: string } } }] }
        Badge: { allOf: [{ $ref: '#/components/schemas/Key' }, { type: object, properties: { name: { type: string } } }] }
        Both: { type: object, properties: { login: { $ref: '#/components/schemas/Login' }, key: { $ref: '#/components/schemas/Key' } } }
        """, "Both"))
        .AssertCompiles()
        .Load();

    [Theory]
    [InlineData("Login", """{"name":"Ann","word":"canary","words":["canary"]}""", "Login { Name = Ann, Word = ***, Words = ***, Level = 3, AdditionalProperties =  }")]
    [InlineData("Key", """{"kind":"Card","pin":"canary","cvc":"canary","name":"Ann"}""", "Card { Kind = Card, Pin = ***, AdditionalProperties = , Cvc = ***, Name = Ann }")]
    [InlineData("Key", """{"kind":"Badge","pin":"canary","name":"Ann"}""", "Badge { Kind = Badge, Pin = ***, AdditionalProperties = , Name = Ann }")]
    [InlineData("Key", """{"kind":"Key","pin":"canary"}""", "Key { Kind = Key, Pin = ***, AdditionalProperties =  }")]
    [InlineData("Both", """{"login":{"name":"Ann","word":"canary"}}""", "Both { Login = Login { Name = Ann, Word = ***, Words = ***, Level = 3, AdditionalProperties =  }, Key =  }")]
    public void A_record_prints_all_but_its_secrets(string type, string json, string text) =>
        Assert.Equal(text, new GeneratedType(s_assembly, $"Consumer.Cases.{type}").Read(json).ToString());
}
