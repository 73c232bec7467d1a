using Spectre.Console;
using Spectre.Console.Rendering;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>The nodes of a broker as a table that is redrawn in place.</summary>
internal static class ListenTable
{
    // Head of the table, its rules, the line that counts what is not shown, the notes and the line of the cursor.
    private const int FrameLines = 9;

    // All columns but those of the node and of its values, and what lies between them.
    private const int OtherColumns = 49;
    private const int ValuesMin = 11;

    private static readonly string[] Heads = ["Node", "Online", "Samples", "Repeats", "Gaps", "Late", "Last values", "Age"];

    /// <summary>Draws what is known.</summary>
    /// <param name="account">What has arrived.</param>
    /// <param name="note">A line below the table.</param>
    /// <param name="screen">The terminal.</param>
    public static IRenderable Draw(ListenAccount account, string note, Profile screen) => account.Look(nodes =>
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string head in Heads)
        {
            table.AddColumn(head, column => column.NoWrap().PadLeft(0).PadRight(1).Alignment(
                head is "Node" or "Online" or "Last values" ? Justify.Left : Justify.Right));
        }

        int shown = Math.Clamp(screen.Height - FrameLines, 1, Math.Max(1, nodes.Count));
        int room = screen.Width - OtherColumns - nodes.Keys.Take(shown).Select(id => id.Length).DefaultIfEmpty(0).Max();
        foreach ((string id, ListenedNode node) in nodes.Take(shown))
        {
            AddRow(table, id, node, Math.Max(ValuesMin, room));
        }

        string rest = shown < nodes.Count ? $"… and {nodes.Count - shown} more nodes" : string.Empty;
        return new Rows(table, new Text(rest), new Text(note));
    });

    private static void AddRow(Table table, string id, ListenedNode node, int valuesRoom)
    {
        (DataMessage Message, DataRow Row)? latest = node.Latest;
        string age = latest is { } last && last.Message.TimeOf(last.Row) is { } time
            ? $"{(long)(DateTimeOffset.UtcNow - time).TotalSeconds} s"
            : string.Empty;
        table.AddRow(
            new Text(MessageText.Safe(id)),
            new Text(node.Presence.IsOnline switch { true => "yes", false => "no", _ => "?" }),
            new Text($"{node.Arrivals.SampleCount}"),
            new Text($"{node.Arrivals.RepeatCount}"),
            new Text($"{node.Arrivals.GapCount}"),
            new Text($"{node.Arrivals.LateCount}"),
            new Text(latest is null ? string.Empty : Cut(MessageText.Brief(latest.Value.Row.Records), valuesRoom)),
            new Text(age));
    }

    private static string Cut(string text, int room) => text.Length <= room ? text : text[..(room - 1)] + "…";
}
