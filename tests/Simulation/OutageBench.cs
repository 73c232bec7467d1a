using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;
using UlmEdge.Tests.Core;

namespace UlmEdge.Tests.Simulation;

/// <summary>A node that nobody listens to for months: the core's own loop at its defaults, over a flash of 256 kB.</summary>
internal sealed class OutageBench : IClock, INetworkLink, IIndicator, IEventLog
{
    private const long MsPerDay = 86_400_000;

    // Somebody trips over the cable now and then.
    private const long BootEveryMs = (9 * MsPerDay) + 12_345_678;

    private readonly WeatherSensor _sensor;
    private readonly long _firstUnixMs;
    private long _bootMs;
    private long _nowMs;

    public OutageBench(IWeather weather, long firstUnixMs)
    {
        _firstUnixMs = firstUnixMs;
        _sensor = new WeatherSensor(weather, () => _firstUnixMs + _nowMs);
    }

    public SimulatedFlash Flash { get; } = new();

    /// <summary>Days until the first sample was thinned, or null.</summary>
    public double? DaysToThinning { get; private set; }

    /// <summary>Days until the first sample was evicted, or null.</summary>
    public double? DaysToEviction { get; private set; }

    /// <summary>Samples taken until the first was thinned.</summary>
    public int SamplesAtThinning { get; private set; }

    /// <summary>The most bytes of flash in use, in whole blocks.</summary>
    public int UsedBytesMost { get; private set; }

    public double ClosesPerHour => Flash.Closes / (_nowMs / 3_600_000.0);

    public Node? Node { get; private set; }

    public long UptimeMs => _nowMs - _bootMs;

    bool INetworkLink.IsUp => true;

    /// <summary>Measures until something had to go, or until so many days have passed.</summary>
    public void Run(int days)
    {
        while (_nowMs < days * MsPerDay && DaysToEviction is null)
        {
            Boot();
            while (UptimeMs < BootEveryMs && _nowMs < days * MsPerDay && DaysToEviction is null)
            {
                _nowMs = _bootMs + Node!.Tick(UptimeMs);
                UsedBytesMost = Math.Max(UsedBytesMost, JournalBytes());
            }
        }
    }

    // In whole blocks; what one boot tells the next stands beside the journal.
    private int JournalBytes() => SimulatedFlash.BlockBytes * Flash.Files
        .Count(file => file.Key.StartsWith('j') || file.Key.StartsWith("cursor", StringComparison.Ordinal));

    bool IClock.TryGetUnixMs(out long unixMs)
    {
        unixMs = _firstUnixMs + _nowMs;
        return true;
    }

    void IClock.Assume(long unixSeconds)
    {
    }

    void INetworkLink.Join()
    {
    }

    void IIndicator.Set(bool lit)
    {
    }

    void IEventLog.Record(NodeEvent what, int detail)
    {
        double day = _nowMs / (double)MsPerDay;
        if (what == NodeEvent.SamplesThinned && DaysToThinning is null)
        {
            DaysToThinning = day;
            SamplesAtThinning = Node!.NextSample;
        }

        DaysToEviction ??= what == NodeEvent.SamplesEvicted ? day : null;
    }

    private void Boot()
    {
        _bootMs = _nowMs;
        NodePorts ports = new()
        {
            Clock = this, Link = this, Broker = new FakeBroker(), Store = Flash, Indicator = this,
            Entropy = new SeededEntropy((ulong)_nowMs), Health = new WorldHealth(), Power = new WorldPower(),
            Log = this,
        };

        // Without a broker the node keeps what it takes, and does not spend the test's time on looking for one.
        NodeConfiguration configuration = new("0123456789ab") { NodeId = "donau-07", TimeFloorUnixSeconds = 0 };
        Node = new Node(configuration, ports, [_sensor]);
    }
}
