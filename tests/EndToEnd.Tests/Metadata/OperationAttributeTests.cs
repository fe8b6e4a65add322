using System.Reflection;
using System.Runtime.CompilerServices;
using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.EndToEnd.Tests.Services;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>What tools read off the generated methods, against the documents and the catalogs.</summary>
public class OperationAttributeTests
{
    public static TheoryData<string> Methods => [.. GeneratedMethods.All.Select(GeneratedMethods.NameOf)];

    public static TheoryData<string> Folders => [.. Service.All.Select(service => service.Folder)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AMethodSaysWhichOperationItCallsAndWhichCodesThatRaises(string name)
    {
        MethodInfo method = GeneratedMethods.Find(name);
        string folder = GeneratedMethods.ServiceOf(method).Folder;

        ApiOperationAttribute? attribute = method.GetCustomAttribute<ApiOperationAttribute>();

        Assert.NotNull(attribute);
        Assert.Equal(CatalogYaml.OperationsIn(folder)[attribute.Id], (attribute.Method, attribute.Path));
        Assert.Equal([.. GeneratedMethods.PolledBy(method).Select(end => end.Code), .. CatalogYaml.AnswerCodesOf(folder, attribute.Id)], attribute.Codes);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryOperationHasOneMethodThatCallsIt(string folder) => Assert.Equal(
        CatalogYaml.OperationsIn(folder).Keys.Order(),
        GeneratedMethods.Calling
            .Where(method => GeneratedMethods.ServiceOf(method).Folder == folder)
            .Select(method => method.GetCustomAttribute<ApiOperationAttribute>()?.Id ?? "")
            .Order());

    [Fact]
    public void EveryMethodHasATwinWithTheSameParameters()
    {
        foreach (MethodInfo method in GeneratedMethods.Calling.Where(method => !GeneratedMethods.IsStream(method)))
        {
            MethodInfo twin = GeneratedMethods.TwinOf(method);

            Assert.True(twin.IsDefined(typeof(ExtensionAttribute)));
            Assert.Equal($"I{method.DeclaringType!.Name}", twin.GetParameters()[0].ParameterType.Name);
            Assert.Equal(method.GetParameters().Select(Describe), twin.GetParameters().Skip(1).Select(Describe));
            Assert.Equal(ResultOf(method.ReturnType), twin.ReturnType);
        }
    }

    private static Type ResultOf(Type task) => typeof(Task<>).MakeGenericType(
        task.GenericTypeArguments is [var value] ? typeof(ApiResult<>).MakeGenericType(value) : typeof(ApiResult));

    private static string Describe(ParameterInfo parameter) => $"{parameter.ParameterType} {parameter.Name} = {parameter.DefaultValue}";
}
