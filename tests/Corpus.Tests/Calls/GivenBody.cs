using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A body that a method is given.</summary>
/// <param name="Content">The content that it was made for.</param>
/// <param name="Value">The body as JSON; of files, their text.</param>
/// <param name="Argument">The same as the method takes it.</param>
internal sealed record GivenBody(CallContent Content, JsonNode? Value, object? Argument)
{
    /// <summary>What a file says that stands for any bytes.</summary>
    public const string FileText = "a file \u0001";

    public static GivenBody Of(DeclaredCall call, CallBody body, Type type, bool everything)
    {
        if (type == typeof(FileUpload))
        {
            return new GivenBody(body.Contents[0], FileText, FileUpload.FromText(FileText));
        }

        CallContent content = Choose(body.Contents, type);
        if (type == typeof(string) && !CallContent.IsJson(content.MediaType))
        {
            // What has no writer, such as XML, is a text that the caller writes.
            string text = SampleText.InBody.Of(500, isPart: false);
            return new GivenBody(content, text, text);
        }

        if (type == typeof(MultipartForm))
        {
            MultipartForm parts = new();
            parts.Text("part", FileText);
            return new GivenBody(content, new JsonObject { ["part"] = FileText }, parts);
        }

        SchemaSample samples = new(call.Root, everything, isRequest: true, SampleText.InBody, 500);
        bool isLines = content.ItemSchema is not null && !type.IsAssignableTo(typeof(string));
        JsonNode? value = isLines ? new JsonArray(samples.Of(content.ItemSchema)) : samples.Of(content.Schema);
        return new GivenBody(content, value, IsForm(type) && value is JsonObject members ? Form(type, members) : ClientValue.Read(type, value));
    }

    /// <summary>The content that a type is for: a form where JSON has no way to carry its files, else JSON, else a form.</summary>
    private static CallContent Choose(IReadOnlyList<CallContent> contents, Type type) => contents
        .OrderBy(content => content switch
        {
            { Essence: "multipart/form-data" } when IsForm(type) => 0,
            _ when CallContent.IsJson(content.MediaType) => 1,
            { Essence: "multipart/form-data" } => 2,
            { Essence: "application/x-www-form-urlencoded" } => 3,
            _ => 4,
        })
        .First();

    /// <summary>Whether a type is one of the client's that cannot be read from JSON, since only forms have it.</summary>
    private static bool IsForm(Type type) => type is { IsClass: true, IsCollectible: true, IsGenericType: false }
        && !type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IJsonValue<>));

    /// <summary>The members of a form, as an object initializer sets them.</summary>
    private static object Form(Type type, JsonObject members)
    {
        object form = Activator.CreateInstance(type)!;
        foreach ((string name, JsonNode? value) in members)
        {
            PropertyInfo member = type.GetProperties().FirstOrDefault(one => WireName.AreSame(one.Name, name)) ?? throw new InvalidOperationException($"{type.Name} has no member for '{name}'");
            member.SetValue(form, Field(member.PropertyType, value));
        }

        return form;
    }

    private static object? Field(Type type, JsonNode? value) =>
        type == typeof(FileUpload) ? FileUpload.FromBytes(Encoding.UTF8.GetBytes(SentText.Scalar(value)), "file.txt")
        : type.IsAssignableTo(typeof(IEnumerable<FileUpload>)) ? (value as JsonArray ?? [value?.DeepClone()]).Select(item => (FileUpload)Field(typeof(FileUpload), item)!).ToList()
        : ClientValue.Read(type, value);
}
