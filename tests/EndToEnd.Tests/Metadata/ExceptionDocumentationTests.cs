using System.Reflection;
using BitHuman;
using Dragoman.EndToEnd.Tests.Codes;
using Dragoman.EndToEnd.Tests.SeedCodes;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>What an editor shows a caller: the exceptions of a method, and what to do about each.</summary>
public class ExceptionDocumentationTests
{
    public static TheoryData<string> Methods => [.. GeneratedMethods.All.Where(method => !GeneratedMethods.IsTry(method)).Select(GeneratedMethods.NameOf)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AMethodListsTheExceptionsOfItsCodesAndTheirBasesOnly(string name)
    {
        MethodInfo method = GeneratedMethods.Find(name);
        string operationId = method.GetCustomAttribute<ApiOperationAttribute>()!.Id;

        IEnumerable<Type> expected =
        [
            .. GeneratedMethods.PollingCodesOf(method).Concat(CatalogYaml.CodesOf(CatalogYaml.BitHuman, operationId)).Select(code => CodeTable.Of(CatalogYaml.BitHuman, code).Type),
            typeof(BitHumanException),
            typeof(TransportException),
            typeof(ResponseFormatException),
            .. GeneratedMethods.IsWait(method) ? [typeof(ApiTimeoutException)] : Type.EmptyTypes,
        ];
        Assert.Equal(
            expected.Select(type => type.FullName!).Order(StringComparer.Ordinal),
            XmlDocumentation.Exceptions(XmlDocumentation.Of(method)).Select(exception => exception.Type).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void AnExceptionOfACodeIsListedWithWhatToDo(string name)
    {
        MethodInfo method = GeneratedMethods.Find(name);
        string operationId = method.GetCustomAttribute<ApiOperationAttribute>()!.Id;
        var listed = XmlDocumentation.Exceptions(XmlDocumentation.Of(method)).ToDictionary();

        foreach (CatalogCode code in CatalogYaml.CodesIn(CatalogYaml.BitHuman).Where(code => CatalogYaml.CodesOf(CatalogYaml.BitHuman, operationId).Contains(code.Code)))
        {
            Assert.Equal($"{code.Code}, {code.Status}: {code.Message} {code.Resolution}", listed[CodeTable.Of(CatalogYaml.BitHuman, code.Code).Type.FullName!]);
        }
    }

    [Fact]
    public void AnExceptionClassSaysWhatHappenedAndWhatToDo() => Assert.All(CatalogYaml.CodesIn(CatalogYaml.BitHuman), code =>
    {
        var documentation = XmlDocumentation.Of(CodeTable.Of(CatalogYaml.BitHuman, code.Code).Type);

        Assert.Equal($"{code.Code}, {code.Status}: {code.Message}", documentation.Element("summary")?.Value);
        Assert.Equal(code.Resolution, documentation.Element("remarks")?.Value);
    });
}
