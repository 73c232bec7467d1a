using System.Globalization;
using System.Text;

namespace UlmEdge.Benchmarks.Report;

/// <summary>The README of the benchmarks, made of the findings and nothing else.</summary>
internal static class Page
{
    private const string Head = """
        # Benchmarks

        <!-- Written by `dotnet run -c Release --project tests/Benchmarks` from findings.json; a test says when it was changed by hand. -->

        How fast it is, beside others that do the same in the same run. One command measures all of it and writes this page:

        ```
        dotnet run -c Release --project tests/Benchmarks                    # all of it, about a quarter of an hour
        dotnet run -c Release --project tests/Benchmarks -- --only writing  # one table; the others stay as they are
        ```

        It needs `mosquitto` and, for mqtt.js, Node.js with `npm ci --prefix tests/Interop/node`. Times depend on the machine and on
        what else it does; the ratios are what stays. No test depends on any of it.
        """;

    /// <summary>The page.</summary>
    public static string Of(Findings findings)
    {
        StringBuilder page = new(Head.ReplaceLineEndings("\n"));
        page.Append(CultureInfo.InvariantCulture, $"\n\nMeasured on {findings.Date}: ");
        page.Append(CultureInfo.InvariantCulture, $"{findings.Machine}; {findings.Runtime}; {findings.Peers}.\n");
        foreach (FigureTable table in findings.Tables)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {table.Title}\n\n{table.Text}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"| `{table.Key}` | {string.Join(" | ", table.Columns)} |\n");
            page.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(table.Columns.Select(_ => "--:|"))}\n");
            foreach (FigureRow row in table.Rows)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {row.What} | {string.Join(" | ", row.Values.Select(Shown))} |\n");
            }

            if (Plots.Has(table))
            {
                page.Append(CultureInfo.InvariantCulture, $"\n![{table.Title}]({table.Key}.svg)\n");
            }
        }

        return page.ToString();
    }

    // Three digits say all that such a measurement knows.
    private static string Shown(double? value) => value switch
    {
        null => "–",
        0 => "0",
        { } number when Math.Abs(number) >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
        { } number => number.ToString(Math.Abs(number) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture),
    };
}
