using System.Globalization;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>What makes a model fit to be cached: it is plain data, and depends on nothing but the texts.</summary>
public sealed class ModelTests
{
    [Theory]
    [MemberData(nameof(ShippedSpecTests.Systems), MemberType = typeof(ShippedSpecTests))]
    public void A_model_holds_texts_numbers_and_models_only(string system)
    {
        IReadOnlyDictionary<Type, string> types = ObjectGraph.TypesIn(Parse(ShippedSpec.Read(system)));

        Assert.Contains(typeof(RetryModel), types.Keys);
        Assert.Empty(types.Where(type => !IsPlain(type.Key)).Select(type => $"{type.Value} is a {type.Key}"));
    }

    /// <summary>So that the rule above is kept by all that a model may have.</summary>
    [Fact]
    public void The_shipped_documents_have_models_of_every_kind()
    {
        Type[] kinds = [typeof(ChannelModel), typeof(EventsModel), typeof(FileLimits), typeof(PartModel), typeof(LimitModel), typeof(PollingModel), typeof(ReadinessModel), typeof(StreamModel), typeof(TokenExchangeModel), typeof(UnionModel)];

        Assert.Empty(kinds.Except(ShippedSpecTests.Systems.SelectMany(system => ObjectGraph.TypesIn(Parse(ShippedSpec.Read(system.Data))).Keys)));
    }

    [Fact]
    public void The_walk_finds_what_is_deep_inside()
    {
        object outer = new[] { new KeyValuePair<string, object>("name", new List<object> { new Uri("https://zoo.example") }) };

        Assert.Equal("KeyValuePair`2[][].value._items[]", ObjectGraph.TypesIn(outer)[typeof(Uri)]);
    }

    [Fact]
    public void The_same_texts_are_equal_models()
    {
        ApiModel first = Parse(ShippedSpec.BitHuman);
        ApiModel second = Parse(ShippedSpec.BitHuman);

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    /// <summary>Turkish has another upper case of i, Arabic other digits, calendars and separators, Swedish another minus sign.</summary>
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void The_culture_changes_neither_model_nor_files(string culture)
    {
        ApiModel model = Parse(ShippedSpec.BitHuman);
        IReadOnlyDictionary<string, string> sources = GeneratorRun.Of(ShippedSpec.BitHuman).Sources;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(model, Parse(ShippedSpec.BitHuman));
            Assert.Equal(sources, GeneratorRun.Of(ShippedSpec.BitHuman).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Generates and switches", "Switches")]
    [InlineData("/v1/validate", "/v2/validate")]
    public void Another_text_is_another_model(string old, string replacement) =>
        Assert.NotEqual(Parse(ShippedSpec.BitHuman), Parse(ShippedSpec.BitHuman.Replace(old, replacement)));

    private static bool IsPlain(Type type) => type switch
    {
        { IsArray: true } => IsPlain(type.GetElementType()!),
        { IsPrimitive: true } => true,
        _ => type == typeof(string) || type.Namespace == typeof(ApiModel).Namespace,
    };

    private static ApiModel Parse(SpecFile spec)
    {
        ParsedClient client = ClientParser.Parse(new ClientInput(
            new SourceFile(spec.Path, spec.Text),
            new SourceFile(spec.CatalogPath, spec.Errors!),
            MissingCatalog: null,
            new ClientSettings(Path.GetFileName(spec.Path), Path.GetFileName(spec.CatalogPath), spec.Namespace, ConsumerProject.RootNamespace, spec.ClientName)));

        Assert.Empty(client.Diagnostics);
        return Assert.IsType<ApiModel>(client.Model);
    }
}
