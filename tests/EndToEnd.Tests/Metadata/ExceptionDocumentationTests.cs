using System.Reflection;
using System.Xml.Linq;
using Dragoman.EndToEnd.Tests.Codes;
using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.EndToEnd.Tests.Services;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>What an editor shows a caller: the exceptions of a method, and what to do about each.</summary>
public class ExceptionDocumentationTests
{
    private static readonly Type[] s_always = [typeof(ResponseFormatException), typeof(TransportException)];

    /// <summary>The methods of the services that have codes.</summary>
    public static TheoryData<string> Methods =>
    [
        .. from method in GeneratedMethods.All
           where CodeTable.In(GeneratedMethods.ServiceOf(method).Folder).All(row => row.HasCode)
           select GeneratedMethods.NameOf(method),
    ];

    public static TheoryData<string> FoldersWithCodes => [.. CodeTable.Folders.Where(folder => CodeTable.In(folder).All(row => row.HasCode))];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AMethodListsTheExceptionsOfItsCodesAndTheirBasesOnly(string name)
    {
        MethodInfo method = GeneratedMethods.Find(name);
        Service service = GeneratedMethods.ServiceOf(method);
        string operationId = method.GetCustomAttribute<ApiOperationAttribute>()!.Id;

        IEnumerable<Type> expected =
        [
            .. GeneratedMethods.PolledBy(method).Select(end => end.Type),
            .. CatalogYaml.ThrownCodesOf(service.Folder, operationId).Select(code => CodeTable.Of(service.Folder, code).Type),
            service.Exception,
            .. s_always,
            .. GeneratedMethods.IsWait(method) ? [typeof(ApiTimeoutException)] : Type.EmptyTypes,
        ];
        AssertLists(expected, method);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void AnExceptionOfACodeIsListedWithWhatToDo(string name)
    {
        MethodInfo method = GeneratedMethods.Find(name);
        string folder = GeneratedMethods.ServiceOf(method).Folder;
        IEnumerable<string> codes = CatalogYaml.ThrownCodesOf(folder, method.GetCustomAttribute<ApiOperationAttribute>()!.Id);
        var listed = XmlDocumentation.Exceptions(XmlDocumentation.Of(method)).ToDictionary();

        foreach (CatalogCode code in CatalogYaml.CodesIn(folder).Where(code => codes.Contains(code.Code)))
        {
            Assert.Equal($"{HeadOf(code)}: {code.Message} {code.Resolution}", listed[CodeTable.Of(folder, code.Code).Type.FullName!]);
        }
    }

    [Theory]
    [MemberData(nameof(FoldersWithCodes))]
    public void AnExceptionClassSaysWhatHappenedAndWhatToDo(string folder)
    {
        foreach (CodeCase row in CodeTable.In(folder))
        {
            CatalogCode code = CatalogYaml.CodesIn(folder).Single(code => code.Code == row.Name);
            XElement documentation = XmlDocumentation.Of(row.Type);

            Assert.Equal($"{HeadOf(code)}: {code.Message}", documentation.Element("summary")?.Value);
            Assert.Equal(code.Resolution, documentation.Element("remarks")?.Value);
        }
    }

    [Theory]
    [InlineData("FoilEngine.ChatClient.SendMessageAsync")]
    [InlineData("FoilEngine.ChatClient.StreamMessageAsync")]
    public void WithoutCodesAMethodListsTheExceptionsOfItsStatuses(string name) =>
        AssertLists([.. FoilEngineFailures.All.Select(row => row.Type).Distinct(), typeof(FoilEngine.FoilEngineException), .. s_always], GeneratedMethods.Find(name));

    [Fact]
    public void FailuresThatTheirTextTellsApartAreListedWhereTheyHappen() => AssertLists(
        [
            typeof(AvatarContainer.NoFaceDetectedException),
            typeof(AvatarContainer.NoCapacityException),
            typeof(AvatarContainer.NotReadyException),
            typeof(AvatarContainer.AvatarContainerException),
            .. s_always,
        ],
        GeneratedMethods.Find("AvatarContainer.AvatarContainerClient.LaunchAsync"));

    private static string HeadOf(CatalogCode code) => code.Status is null ? code.Code : $"{code.Code}, {code.Status}";

    private static void AssertLists(IEnumerable<Type> expected, MethodInfo method) => Assert.Equal(
        expected.Select(type => type.FullName!).Order(StringComparer.Ordinal),
        XmlDocumentation.Exceptions(XmlDocumentation.Of(method)).Select(exception => exception.Type).Order(StringComparer.Ordinal));
}
