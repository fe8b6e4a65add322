using AvatarContainer;
using Dragoman.Samples.Emulator;
using Dragoman.Samples.Fleet;

// Avatars on several GPU containers: warming up, filling, failing over. By default three emulated containers on this machine, whose
// fifty seconds of cold start take two; with --live the real ones at the addresses given, where only their readiness is watched:
//
//     dotnet run --project samples/Fleet -- --live http://gpu-1:8089 http://gpu-2:8089

if (args is ["--live", ..])
{
    if (args.Length < 2 || !args.Skip(1).All(text => Uri.TryCreate(text, UriKind.Absolute, out _)))
    {
        Console.Error.WriteLine("Give the addresses of the containers after --live, such as http://gpu-1:8089.");
        return 1;
    }

    foreach (string address in args.Skip(1))
    {
        await WarmUp.RunAsync(new Uri(address));
    }

    return 0;
}

ContainerEmulator[] containers = await Task.WhenAll(new[] { 1.5, 1.0, 2.0 }.Select(seconds => ContainerEmulator.StartAsync(new ContainerEmulatorOptions
{
    Slots = 8,
    ColdStart = TimeSpan.FromSeconds(seconds),
    SessionDuration = TimeSpan.FromSeconds(3),
    StepDuration = TimeSpan.FromMilliseconds(200),
})));
try
{
    await WarmUp.RunAsync(containers[0].BaseAddress);
    await Sessions.RunAsync(containers);
    return 0;
}
finally
{
    foreach (ContainerEmulator container in containers)
    {
        await container.DisposeAsync();
    }
}
