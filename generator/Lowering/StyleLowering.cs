using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides how the parts of a parameter are put together (OpenAPI 3.1, section 4.8.12.2).</summary>
internal static class StyleLowering
{
    /// <summary>The style and whether it is exploded; null where the place does not have the style.</summary>
    public static (ParameterStyle Style, bool Explode)? Of(Parameter parameter)
    {
        (ParameterStyle Style, bool Explode) standard = Standard(parameter.Place);
        if (parameter.Content is { } content)
        {
            return (content.IsJson ? ParameterStyle.Json : standard.Style, standard.Explode);
        }

        return (parameter.Place, Named(parameter.Style)) switch
        {
            (ParameterPlace.Query, ParameterStyle.Form) or (ParameterPlace.Cookie, ParameterStyle.Form or ParameterStyle.Cookie) or (ParameterPlace.Header, ParameterStyle.Simple)
                or (ParameterPlace.Path, ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix) => (Named(parameter.Style)!.Value, parameter.Explode),
            (ParameterPlace.Query, ParameterStyle.DeepObject) => (ParameterStyle.DeepObject, standard.Explode),
            // Exploded, they are no different from form. OpenAPI 2.0 has them outside queries as well.
            (ParameterPlace.Query, { } delimited and (ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited)) => (parameter.Explode ? ParameterStyle.Form : delimited, standard.Explode),
            (_, { } delimited and (ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited)) => (delimited, standard.Explode),
            _ => null,
        };
    }

    /// <summary>What holds where a place is not given a style.</summary>
    public static (ParameterStyle Style, bool Explode) Standard(ParameterPlace place) =>
        place is ParameterPlace.Path or ParameterPlace.Header ? (ParameterStyle.Simple, false) : (ParameterStyle.Form, true);

    /// <summary>The style of a name; null where there is none.</summary>
    public static ParameterStyle? Named(string style) => style switch
    {
        "form" => ParameterStyle.Form,
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "tabDelimited" => ParameterStyle.TabDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "cookie" => ParameterStyle.Cookie,
        _ => null,
    };
}
