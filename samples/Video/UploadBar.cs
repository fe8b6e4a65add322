namespace Dragoman.Samples.Video;

/// <summary>Draws how much of a file the present try has sent, a line for each quarter.</summary>
internal sealed class UploadBar(long total) : IProgress<long>
{
    private const int Quarters = 4;
    private const int WidthOfQuarter = 5;

    private int _drawn;

    public void Report(long value)
    {
        // The body is a little longer than the file: it is a form. A further try begins anew.
        int quarters = (int)(Math.Min(value, total) * Quarters / total);
        if (quarters < _drawn)
        {
            _drawn = 0;
            Console.WriteLine("  And again:");
        }

        while (_drawn < quarters)
        {
            _drawn++;
            Console.WriteLine($"  [{new string('#', _drawn * WidthOfQuarter)}{new string('.', (Quarters - _drawn) * WidthOfQuarter)}] {_drawn * 100 / Quarters,3} % of {total / 1024.0 / 1024.0:0.0} MB");
        }
    }
}
