using System.Globalization;
using System.Text;

namespace Dragoman.Simulation.Tests;

/// <summary>The picture of the documentation: how many requests each library sends for a call, in each second of an outage and around it.</summary>
internal static class Plot
{
    private const int CallsPerSecond = 100;
    private const int Seconds = 120;
    private const int OutageBegins = 20;
    private const int OutageEnds = 80;
    private const double Most = 4.5;
    private const int Left = 60;
    private const int Top = 30;
    private const int Width = 720;
    private const int Height = 300;

    private static readonly string[] s_colors = ["#9e9e9e", "#1f77b4", "#ff7f0e", "#9467bd", "#2ca02c", "#d62728"];

    public static string Svg()
    {
        StringBuilder svg = new();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Width + 190} {Top + Height + 50}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Line(svg, $"<rect x=\"{X(OutageBegins)}\" y=\"{Top}\" width=\"{X(OutageEnds) - X(OutageBegins)}\" height=\"{Height}\" fill=\"#f3e6e6\"/>");
        Line(svg, $"<text x=\"{X(OutageBegins) + 8}\" y=\"{Top + 18}\">every request fails</text>");
        for (int requests = 0; requests <= 4; requests++)
        {
            Line(svg, $"<line x1=\"{Left}\" x2=\"{Left + Width}\" y1=\"{Y(requests)}\" y2=\"{Y(requests)}\" stroke=\"#ddd\"/><text x=\"{Left - 10}\" y=\"{Y(requests) + 4}\" text-anchor=\"end\">{requests}</text>");
        }

        for (int second = 0; second <= Seconds; second += 20)
        {
            Line(svg, $"<text x=\"{X(second)}\" y=\"{Top + Height + 18}\" text-anchor=\"middle\">{second}</text>");
        }

        Line(svg, $"<text x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 38}\" text-anchor=\"middle\">seconds</text>");
        Line(svg, $"<text x=\"{Left}\" y=\"{Top - 10}\">requests per call</text>");
        foreach (((string name, Func<Service, VirtualClock, Random, Caller> library), int index) in Callers.All.Select(static (item, index) => (item, index)))
        {
            string points = string.Join(' ', PerSecond(library).Select(static (requests, second) => string.Create(CultureInfo.InvariantCulture, $"{X(second + 0.5)},{Y(requests)}")));
            Line(svg, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{s_colors[index]}\" stroke-width=\"2\"/>");
            Line(svg, $"<line x1=\"{Left + Width + 14}\" x2=\"{Left + Width + 34}\" y1=\"{Top + 20 + (22 * index)}\" y2=\"{Top + 20 + (22 * index)}\" stroke=\"{s_colors[index]}\" stroke-width=\"3\"/><text x=\"{Left + Width + 42}\" y=\"{Top + 24 + (22 * index)}\">{name}</text>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static IEnumerable<double> PerSecond(Func<Service, VirtualClock, Random, Caller> library)
    {
        Run run = Run.AtRate(library, seed: 1, CallsPerSecond, Seconds, static time => time.TotalSeconds is >= OutageBegins and < OutageEnds ? 1 : 0);
        ILookup<int, TimeSpan> seconds = run.Requests.ToLookup(static time => (int)time.TotalSeconds);
        return Enumerable.Range(0, Seconds).Select(second => (double)seconds[second].Count() / CallsPerSecond);
    }

    private static double X(double second) => Math.Round(Left + (Width * second / Seconds), 1);

    private static double Y(double requests) => Math.Round(Top + (Height * (1 - (requests / Most))), 1);

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(FormattableString.Invariant(line)).Append('\n');
}
