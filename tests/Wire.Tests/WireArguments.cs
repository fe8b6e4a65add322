using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Dragoman.Wire.Tests;

/// <summary>The arguments with which a method must send the expected request.</summary>
internal static class WireArguments
{
    public static object?[] For(MethodInfo method, WireMatch match, WireCall call, RequestOptions? options)
    {
        List<WireParameter> declared = [.. match.Operation.Parameters];
        return [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(RequestOptions) ? options : For(parameter, declared, match, call))];
    }

    private static object? For(ParameterInfo parameter, List<WireParameter> declared, WireMatch match, WireCall call)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return TestContext.Current.CancellationToken;
        }

        if (declared.FirstOrDefault(one => WireName.AreSame(parameter.Name, one.Name)) is { } wire)
        {
            // Two parameters of one name in two places are two parameters of the method.
            declared.Remove(wire);
            return ParameterText.Read(wire, match, call) is { } value ? ClientValue.Read(parameter.ParameterType, value) : Default(parameter);
        }

        return call.Body is { } body ? Body(parameter.ParameterType, body)
            // A body that the document demands and the server does not look at.
            : !parameter.HasDefaultValue ? ClientValue.Read(parameter.ParameterType, new JsonObject())
            : Default(parameter);
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter is { HasDefaultValue: true, DefaultValue: { } value } ? value
        : parameter.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(parameter.ParameterType)
        : null;

    private static object? Body(Type type, WireBody body)
    {
        if (body.IsForm)
        {
            return Form(type, body);
        }

        if (type == typeof(FileUpload))
        {
            return FileUpload.FromBytes(body.Bytes, contentType: body.ContentType);
        }

        JsonNode? json = body.ContentType switch
        {
            // Lines that the document calls a text are one.
            "application/jsonl" when type == typeof(string) => JsonValue.Create(body.Text),
            "application/jsonl" => new JsonArray([.. body.Lines.Select(line => line?.DeepClone())]),
            "application/json" => JsonNode.Parse(body.Text),
            _ => JsonValue.Create(body.Text),
        };
        return ClientValue.Read(type, json);
    }

    /// <summary>The members of a form, as an object initializer sets them.</summary>
    private static object Form(Type type, WireBody body)
    {
        object form = Activator.CreateInstance(type)!;
        foreach (PropertyInfo member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            List<FileUpload> files = [.. body.Files
                .Where(file => WireName.AreSame(member.Name, file.Field))
                .Select(file => FileUpload.FromBytes(file.Bytes, file.FileName, file.ContentType))];
            if (files.Count > 0)
            {
                member.SetValue(form, member.PropertyType == typeof(FileUpload) ? files[0] : files);
            }
            else if (body.Parts.FirstOrDefault(part => WireName.AreSame(member.Name, part.Key)).Value is { } part)
            {
                member.SetValue(form, ClientValue.Read(member.PropertyType, part));
            }
        }

        return form;
    }
}
