using System.Globalization;
using System.Text;

namespace Dragoman.Simulation.Tests;

/// <summary>The table of the documentation.</summary>
internal static class Comparison
{
    public static string Table()
    {
        Scenario[] outages = [Scenario.LongOutage, Scenario.SlowOutage, Scenario.ShortProcess];
        Scenario[] failures = [Scenario.Failing(0.1), Scenario.Failing(0.2), Scenario.Failing(0.3)];
        StringBuilder table = new();
        table.Append("| | ").AppendJoin(" | ", outages.Append(Scenario.TimeToFail).Concat(failures).Select(static scenario => scenario.Name)).Append(" |\n");
        table.Append('|').Insert(table.Length, "---|", 2 + outages.Length + failures.Length).Append('\n');
        foreach ((string name, Func<Service, VirtualClock, Random, Caller> library) in Callers.All)
        {
            IEnumerable<string> cells =
            [
                .. outages.Select(scenario => scenario.Mean(library).ToString("0.000", CultureInfo.InvariantCulture)),
                Scenario.TimeToFail.Mean(library).ToString("0.00", CultureInfo.InvariantCulture) + " s",
                .. failures.Select(scenario => (100 * scenario.Mean(library)).ToString("0.0", CultureInfo.InvariantCulture) + " %"),
            ];
            table.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");
        }

        return table.ToString();
    }
}
