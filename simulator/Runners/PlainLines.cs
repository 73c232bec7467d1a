using System.Diagnostics;

namespace UlmEdge.Simulator.Runners;

/// <summary>Shows a street as plain lines: each event of note, and a status every few seconds.</summary>
internal sealed class PlainLines(TextWriter output) : ILiveView
{
    private static readonly TimeSpan StatusPause = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _sinceStatus = Stopwatch.StartNew();

    /// <inheritdoc/>
    public Task ShowAsync(Func<Action, Task> refreshing, Street street, StreetWatch watch) => refreshing(() =>
    {
        foreach (string note in watch.TakeNotes())
        {
            output.WriteLine(note);
        }

        if (_sinceStatus.Elapsed >= StatusPause)
        {
            _sinceStatus.Restart();
            output.WriteLine($"{StatusLine.Time(street)}, {StatusLine.Counts(street)}");
        }
    });
}
