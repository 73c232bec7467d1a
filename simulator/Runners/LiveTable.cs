using Spectre.Console;
using Spectre.Console.Rendering;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Simulator.Runners;

/// <summary>Shows a street as a table that is redrawn in place; fits a terminal of 80 columns and 24 lines.</summary>
internal sealed class LiveTable(IAnsiConsole terminal) : ILiveView
{
    private const int NotesMax = 3;

    // Head of the table, its rules, the line that counts what is not shown, and the line of the cursor.
    private const int FrameLines = 6;

    private static readonly Style Missing = new(Color.Yellow);

    private readonly Queue<string> _notes = new();

    /// <inheritdoc/>
    public Task ShowAsync(Func<Action, Task> refreshing, Street street, StreetWatch watch) => terminal
        .Live(Draw(street))
        .Overflow(VerticalOverflow.Crop)
        .StartAsync(context => refreshing(() =>
        {
            foreach (string note in watch.TakeNotes())
            {
                _notes.Enqueue(note);
            }

            while (_notes.Count > NotesMax)
            {
                _notes.Dequeue();
            }

            context.UpdateTarget(Draw(street));
        }));

    private static void AddRow(Table table, StreetNode node)
    {
        IReadOnlyList<(int Channel, Reading Reading)> latest = node.View?.Latest ?? [];
        table.AddRow(
            new Text(node.Id),
            Cell(latest, Quantity.Temperature),
            Cell(latest, Quantity.RelativeHumidity),
            Cell(latest, Quantity.Pressure),
            new Text($"{node.View?.WaitingSamples}"),
            new Text($"{node.View?.SamplesPublished}"),
            new Text($"{node.View?.SamplesAcknowledged}"),
            State(node, latest));
    }

    private static Text Cell(IReadOnlyList<(int Channel, Reading Reading)> latest, Quantity quantity)
    {
        foreach ((int channel, Reading reading) in latest)
        {
            if (Channel.QuantityOf(channel) == quantity)
            {
                return reading.Absence == Absence.None
                    ? new Text(Wording.Of(channel, reading))
                    : new Text("-", Missing);
            }
        }

        return new Text(string.Empty);
    }

    // What ails a sensor is worth more room than that the node is connected.
    private static Text State(StreetNode node, IReadOnlyList<(int Channel, Reading Reading)> latest)
    {
        Absence reason = latest
            .Select(channel => channel.Reading.Absence)
            .FirstOrDefault(absence => absence != Absence.None);
        return reason is Absence.None or Absence.WarmingUp
            ? new Text(Wording.Of(node))
            : new Text(Wording.Of(reason), Missing);
    }

    private Rows Draw(Street street)
    {
        string[] lines = [StatusLine.Time(street), StatusLine.Counts(street), .. _notes];
        int room = terminal.Profile.Height - FrameLines - lines.Sum(Height);
        int shown = Math.Clamp(room, 1, street.Nodes.Count);
        Table table = new() { Border = TableBorder.Simple };
        foreach (string head in new[] { "Node", "Temp °C", "RH %", "Press Pa", "Queue", "Sent", "Acked", "State" })
        {
            table.AddColumn(head, column => column.NoWrap().PadLeft(0).PadRight(1).Alignment(
                head is "Node" or "State" ? Justify.Left : Justify.Right));
        }

        foreach (StreetNode node in street.Nodes.Take(shown))
        {
            AddRow(table, node);
        }

        string rest = shown < street.Nodes.Count ? $"… and {street.Nodes.Count - shown} more nodes" : string.Empty;
        return new Rows([table, new Text(rest), .. lines.Select(line => new Text(line))]);
    }

    private int Height(string line) => 1 + (line.Length / terminal.Profile.Width);
}
