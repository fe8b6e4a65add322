using System.Reflection;
using Dragoman.EndToEnd.Tests.SeedCodes;

namespace Dragoman.EndToEnd.Tests.Metadata;

/// <summary>What tools read off the generated methods, against the document and the catalog.</summary>
public class OperationAttributeTests
{
    public static TheoryData<string> Methods => [.. GeneratedMethods.All.Select(GeneratedMethods.NameOf)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AMethodSaysWhichOperationItCallsAndWhichCodesThatRaises(string name)
    {
        MethodInfo method = GeneratedMethods.Find(name);

        ApiOperationAttribute? attribute = method.GetCustomAttribute<ApiOperationAttribute>();

        Assert.NotNull(attribute);
        Assert.Equal(CatalogYaml.OperationsIn(CatalogYaml.BitHuman)[attribute.Id], (attribute.Method, attribute.Path));
        Assert.Equal([.. GeneratedMethods.PollingCodesOf(method), .. CatalogYaml.CodesOf(CatalogYaml.BitHuman, attribute.Id)], attribute.Codes);
    }

    [Fact]
    public void EveryOperationHasOneMethodThatThrows() => Assert.Equal(
        CatalogYaml.OperationsIn(CatalogYaml.BitHuman).Keys.Order(),
        GeneratedMethods.Throwing.Select(method => method.GetCustomAttribute<ApiOperationAttribute>()?.Id ?? "").Order());

    [Fact]
    public void EveryMethodThatThrowsHasATwinWithTheSameParameters()
    {
        foreach (MethodInfo method in GeneratedMethods.Throwing)
        {
            MethodInfo twin = GeneratedMethods.Find($"{method.DeclaringType!.Name}.Try{method.Name}");

            Assert.Equal(method.GetParameters().Select(Describe), twin.GetParameters().Select(Describe));
            Assert.Equal(
                typeof(Task<>).MakeGenericType(typeof(ApiResult<>).MakeGenericType(method.ReturnType.GenericTypeArguments)),
                twin.ReturnType);
        }
    }

    private static string Describe(ParameterInfo parameter) => $"{parameter.ParameterType} {parameter.Name} = {parameter.DefaultValue}";
}
