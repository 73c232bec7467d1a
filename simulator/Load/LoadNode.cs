using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Load;

/// <summary>A node of the firmware's core without a board and without a thread: it is called when it wants to be called.</summary>
internal sealed class LoadNode : IClock, INetworkLink, ISensor, IPower, IDisposable
{
    private readonly IWeather _weather;
    private readonly Place _place;
    private readonly LoadLink _link;

    /// <summary>A node that has not begun.</summary>
    public LoadNode(int index, LoadOptions options, BrokerAddress broker, IWeather weather, Action<TimeSpan> acknowledged)
    {
        _weather = weather;
        _place = Streets.At(index);
        _link = new LoadLink(broker, acknowledged);
        NodeConfiguration configuration = new(_place.Id)
        {
            Root = options.Root,
            Brokers = [new BrokerSettings { Host = broker.Host, Port = broker.Port, IsEncrypted = false }],
            SampleSeconds = options.IntervalSeconds,
            BatchSamples = options.BatchSamples,
            BatchSeconds = options.IntervalSeconds * options.BatchSamples,
            JournalSegments = Limits.SegmentsMin,
        };
        NodePorts ports = new()
        {
            Clock = this, Link = this, Broker = _link, Store = new SimulatedFlash(), Indicator = new WorldIndicator(),
            Entropy = new SeededEntropy(SeededNumbers.Derive((ulong)Environment.TickCount64, _place.Id)), Health = new WorldHealth(),
            Power = this, Log = new SilentLog(),
        };
        Node = new Node(configuration, ports, [this]);
    }

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>Uptime of the load at which it was switched on.</summary>
    public long StartMs { get; set; }

    /// <inheritdoc/>
    public bool IsUp => true;

    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public Quantity[] Quantities { get; } = [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure];

    /// <inheritdoc/>
    public int LeadMs => 0;

    /// <inheritdoc/>
    public bool TryGetUnixMs(out long unixMs)
    {
        unixMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return true;
    }

    /// <inheritdoc/>
    public void Assume(long unixSeconds)
    {
    }

    /// <inheritdoc/>
    public void Join()
    {
    }

    /// <summary>Nothing here can be cured by a restart.</summary>
    public void Reboot()
    {
    }

    /// <inheritdoc/>
    public int Begin(long uptimeMs) => 0;

    /// <inheritdoc/>
    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        AirState air = _weather.At(_place, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        readings[offset] = Reading.Of((int)Math.Round(100 * air.TemperatureCelsius));
        readings[offset + 1] = Reading.Of((int)Math.Round(100 * air.HumidityPercent));
        readings[offset + 2] = Reading.Of((int)Math.Round(air.PressurePascal));
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();
}
