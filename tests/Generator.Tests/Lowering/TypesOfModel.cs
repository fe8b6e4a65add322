using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>The types of a model by their kinds, whichever files they are in.</summary>
internal static class TypesOfModel
{
    extension(ApiModel model)
    {
        public IEnumerable<RecordModel> Records => model.Of<RecordModel>();

        public IEnumerable<UnionModel> Unions => model.Of<UnionModel>();

        public IEnumerable<EnumModel> Enums => model.Of<EnumModel>();

        public IEnumerable<EventsModel> Events => model.Of<EventsModel>();
    }

    private static IEnumerable<T> Of<T>(this ApiModel model)
        where T : TypeModel => model.Types.SelectMany(file => file.Types).OfType<T>().OrderBy(type => type.Name, StringComparer.Ordinal);
}
