using System.Text;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Container;

/// <summary>What a launch asks for, as a form or as JSON.</summary>
internal sealed record LaunchRequest(string RoomName, bool HasFace, bool Fails)
{
    private const string Faceless = "no-face";

    /// <exception cref="RefusedException">A field that is needed is missing, or the body is neither.</exception>
    public static LaunchRequest Read(ServerCall call)
    {
        JsonBody? json = call.HasJsonBody ? JsonBody.Parse(call.Text, Invalid) : null;
        if (json is null && call.Form is null)
        {
            throw Invalid("the body must be multipart/form-data or JSON");
        }

        string? Field(string name) => json is null ? call.Form!.Find(name)?.Text : json.OptionalString(name);
        string Required(string name) => Field(name) is { Length: > 0 } value ? value : throw Invalid($"{name} is required");

        Required("livekit_url");
        Required("livekit_token");
        string room = Required("room_name");
        bool fails = Field("prompt")?.Contains("fail", StringComparison.OrdinalIgnoreCase) ?? false;
        return new LaunchRequest(room, HasFaceIn(call.Form?.Find("avatar_image")) && IsFace(Field("avatar_image_url")), fails);
    }

    private static bool HasFaceIn(FormPart? image) =>
        image is null || (image.Content.Length > 0 && IsFace(image.FileName) && image.Content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Faceless)) < 0);

    private static bool IsFace(string? name) => name?.Contains(Faceless, StringComparison.OrdinalIgnoreCase) != true;

    private static RefusedException Invalid(string message) => new(new ApiError(null, 400, message));
}
