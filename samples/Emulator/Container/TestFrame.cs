namespace Dragoman.Samples.Emulator.Container;

/// <summary>The smallest picture that is a JPEG (ITU-T T.81): one gray block of 8 by 8 pixels.</summary>
internal static class TestFrame
{
    // A Huffman table with one code: a single 0 stands for "no difference" and for "end of block".
    private static readonly byte[] s_oneCode = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Jpeg { get; } =
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0x00, .. s_oneCode]),
        .. Segment(0xC4, [0x10, .. s_oneCode]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0b0011_1111,
        0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. content];
}
