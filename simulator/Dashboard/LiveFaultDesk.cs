using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>The faults that a page can do to the street of <c>live</c>.</summary>
internal sealed class LiveFaultDesk(Street street) : IFaultDesk
{
    private const string Sensor = "sensor";
    private const string Power = "power";
    private const string Clock = "clock";
    private const string Broker = "broker";
    private const long ClockErrorMs = 40 * 60_000; // Less than an hour: more would be disbelieved for a day afterwards.

    private readonly HashSet<(string Node, string Kind)> _active = [];
    private readonly SemaphoreSlim _gate = new(1);

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = street.Broker is null ? [Sensor, Power, Clock] : [Sensor, Power, Clock, Broker];

    /// <inheritdoc/>
    public IReadOnlyList<string> ActiveAt(string node)
    {
        lock (_active)
        {
            return [.. Kinds.Where(kind => _active.Contains((PlaceOf(node, kind), kind)))];
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ToggleAsync(string node, string kind)
    {
        StreetNode? found = street.Nodes.FirstOrDefault(each => each.Id == node);
        if (found is null || !Kinds.Contains(kind))
        {
            return false;
        }

        street.HasSuffered = true;
        await _gate.WaitAsync();
        try
        {
            await ToggleAsync(found, kind);
        }
        finally
        {
            _gate.Release();
        }

        return true;
    }

    /// <inheritdoc/>
    public async Task HealAsync()
    {
        (string Node, string Kind)[] active;
        lock (_active)
        {
            active = [.. _active];
        }

        foreach ((string node, string kind) in active)
        {
            await ToggleAsync(node.Length > 0 ? node : street.Nodes[0].Id, kind);
        }
    }

    private static string PlaceOf(string node, string kind) => kind == Broker ? string.Empty : node;

    private async Task ToggleAsync(StreetNode node, string kind)
    {
        (string Node, string Kind) fault = (PlaceOf(node.Id, kind), kind);
        bool begins;
        lock (_active)
        {
            begins = !_active.Remove(fault);
        }

        await DoAsync(node, kind, begins);
        lock (_active)
        {
            if (begins)
            {
                _active.Add(fault);
            }
        }
    }

    private async Task DoAsync(StreetNode node, string kind, bool begins)
    {
        switch (kind)
        {
            case Sensor:
                Plug(node, begins);
                break;
            case Power when begins:
                await Task.Run(node.CutPower); // It waits for the firmware's thread.
                break;
            case Power:
                node.Board.PowerOn();
                break;
            case Clock:
                // A node that runs distrusts a step for hours; one that starts believes its time server.
                node.Board.ClockErrorMs = begins ? ClockErrorMs : 0;
                if (node.Board.HasPower)
                {
                    await Task.Run(node.PowerCycle);
                }

                break;
            default:
                await SwitchBrokerAsync(begins);
                break;
        }
    }

    private static void Plug(StreetNode node, bool begins)
    {
        for (int i = 0; i < node.Board.Sensor.Count; i++)
        {
            if (begins)
            {
                node.Board.Sensor.Unplug(i);
            }
            else
            {
                node.Board.Sensor.Plug(i);
            }
        }
    }

    private async Task SwitchBrokerAsync(bool stops)
    {
        if (!stops)
        {
            await street.Broker!.StartAsync();
            street.Relay?.Resume();
            return;
        }

        if (street.Relay is { } relay)
        {
            await relay.PauseAsync();
        }

        await street.Broker!.StopAsync();
    }
}
