using System.Text;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace UlmEdge.Benchmarks.Report;

/// <summary>The tables that are easier to look at: bars for rows, or lines where nodes grow in number.</summary>
internal static class Plots
{
    private const string Growth = "growth";

    // Okabe and Ito's colours: told apart by everybody.
    private static readonly OxyColor[] Colours =
        [OxyColor.FromRgb(0, 114, 178), OxyColor.FromRgb(213, 94, 0), OxyColor.FromRgb(0, 158, 115)];

    private static readonly string[] Barred = ["writing", "reading", "publishers", "brokers"];

    /// <summary>Whether a table has a plot.</summary>
    public static bool Has(FigureTable table) => table.Key == Growth || Barred.Contains(table.Key);

    /// <summary>The plot as SVG.</summary>
    public static string Svg(FigureTable table)
    {
        PlotModel model = table.Key == Growth ? Lines(table) : Bars(table);
        model.Background = OxyColors.White;
        model.DefaultFont = "sans-serif";
        using MemoryStream stream = new();
        new SvgExporter { Width = 760, Height = table.Key == Growth ? 320 : 90 + (34 * table.Rows.Count) }.Export(model, stream);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static PlotModel Bars(FigureTable table)
    {
        PlotModel model = new() { Title = table.Columns[0], TitleFontSize = 13 };
        CategoryAxis rows = new() { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0 };
        rows.Labels.AddRange(table.Rows.Select(row => row.What));
        model.Axes.Add(rows);
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Minimum = 0, MajorGridlineStyle = LineStyle.Solid, StringFormat = "#,0.##",
        });
        BarSeries bars = new() { FillColor = Colours[0] };
        bars.Items.AddRange(table.Rows.Select(row => new BarItem(row.Values[0] ?? 0)));
        model.Series.Add(bars);
        return model;
    }

    // The first column is the number of nodes.
    private static PlotModel Lines(FigureTable table)
    {
        PlotModel model = new() { Title = string.Join(", ", table.Columns.Skip(1).Take(Colours.Length)), TitleFontSize = 13 };
        model.Legends.Add(new OxyPlot.Legends.Legend { LegendPosition = OxyPlot.Legends.LegendPosition.LeftTop });
        model.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom, Title = table.Columns[0], MajorGridlineStyle = LineStyle.Solid,
        });
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Left, MajorGridlineStyle = LineStyle.Solid });
        for (int column = 1; column <= Colours.Length && column < table.Columns.Count; column++)
        {
            LineSeries line = new()
            {
                Title = table.Columns[column], Color = Colours[column - 1],
                MarkerType = MarkerType.Circle, MarkerFill = Colours[column - 1],
            };
            foreach (FigureRow row in table.Rows.Where(row => row.Values[column] > 0))
            {
                line.Points.Add(new DataPoint(row.Values[0]!.Value, row.Values[column]!.Value));
            }

            model.Series.Add(line);
        }

        return model;
    }
}
