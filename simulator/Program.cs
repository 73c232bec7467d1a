using System.Runtime.InteropServices;
using System.Text;
using Spectre.Console;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator;

/// <summary>The program's door to the world: the console, and the signals that end it.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = Encoding.UTF8;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());
        bool canDraw = !Console.IsOutputRedirected && console.Profile.Capabilities is { Ansi: true, Interactive: true };
        IAnsiConsole? terminal = canDraw ? console : null;
        using CancellationTokenSource stop = new();
        using PosixSignalRegistration interrupt = EndBy(PosixSignal.SIGINT, stop, terminal);
        using PosixSignalRegistration terminate = EndBy(PosixSignal.SIGTERM, stop, terminal);
        return await new CommandLine(Console.Out, Console.Error, terminal).RunAsync(arguments, stop.Token);
    }

    // The first signal asks for a clean end; the second one does what it would do without us.
    private static PosixSignalRegistration EndBy(
        PosixSignal which, CancellationTokenSource stop, IAnsiConsole? terminal) =>
        PosixSignalRegistration.Create(which, signal =>
        {
            signal.Cancel = !stop.IsCancellationRequested;
            if (signal.Cancel)
            {
                stop.Cancel();
            }
            else
            {
                terminal?.Cursor.Show();
            }
        });
}
