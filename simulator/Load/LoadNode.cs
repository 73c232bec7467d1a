using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Load;

/// <summary>A node of the firmware's core without a board and without a thread: it is called when it wants to be called.</summary>
internal sealed class LoadNode : IClock, INetworkLink, ISensor, IEntropy, IPower, IDisposable
{
    private readonly IWeather _weather;
    private readonly Place _place;
    private readonly LoadLink _link;
    private readonly SeededEntropy _entropy;
    private readonly NodeConfiguration _configuration;
    private readonly NodePorts _ports;
    private long _uptimeMs;
    private long _unixMs;

    /// <summary>A node that has not begun.</summary>
    public LoadNode(int index, LoadOptions options, BrokerAddress broker, IWeather weather, LoadMeter meter)
    {
        _weather = weather;
        _place = Streets.At(index);
        _link = new LoadLink(broker, meter);
        _entropy = new SeededEntropy(SeededNumbers.Derive((ulong)Environment.TickCount64, _place.Id));
        _configuration = new NodeConfiguration(_place.Id)
        {
            Root = options.Root,
            Brokers = [new BrokerSettings { Host = broker.Host, Port = broker.Port, IsEncrypted = false }],
            SampleSeconds = options.IntervalSeconds,
            BatchSamples = options.BatchSamples,
            BatchSeconds = options.IntervalSeconds * options.BatchSamples,
            JournalSegments = Limits.SegmentsMin,
        };
        _ports = new NodePorts
        {
            Clock = this, Link = this, Broker = _link, Store = new SimulatedFlash(), Indicator = new WorldIndicator(),
            Entropy = this, Health = new WorldHealth(), Power = this, Log = new SilentLog(),
        };
        Node = new Node(_configuration, _ports, [this]);
    }

    /// <summary>The node.</summary>
    public Node Node { get; private set; }

    /// <summary>Uptime of the load at which it was switched on.</summary>
    public long StartMs { get; set; }

    /// <summary>Its own uptime at which its network is there.</summary>
    public long LinkUpMs { get; set; }

    /// <summary>The node's place in the window over which nodes spread themselves.</summary>
    public int SlotMs => Backoff.SlotMs(_place.Id);

    /// <summary>Whether chance is as it would be without any jitter: always nothing.</summary>
    public bool IsWithoutChance { get; set; }

    /// <summary>Whether no broker answers.</summary>
    public bool IsAway
    {
        set => _link.IsAway = value;
    }

    /// <inheritdoc/>
    public bool IsUp => _uptimeMs >= LinkUpMs;

    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public Quantity[] Quantities { get; } = [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure];

    /// <inheritdoc/>
    public int LeadMs => 0;

    /// <summary>Moves it on.</summary>
    /// <returns>Its uptime at which it wants to be called again.</returns>
    public long Tick(long uptimeMs, long unixMs)
    {
        (_uptimeMs, _unixMs) = (uptimeMs, unixMs);
        return Node.Tick(uptimeMs);
    }

    /// <summary>The power was away for a moment: only the flash remains.</summary>
    public void PowerCycle()
    {
        _link.Close();
        _uptimeMs = 0;
        Node = new Node(_configuration, _ports, [this]);
    }

    /// <inheritdoc/>
    public bool TryGetUnixMs(out long unixMs)
    {
        unixMs = _unixMs;
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
    public int Next(int limit) => IsWithoutChance ? 0 : _entropy.Next(limit);

    /// <inheritdoc/>
    public int Begin(long uptimeMs) => 0;

    /// <inheritdoc/>
    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        AirState air = _weather.At(_place, _unixMs);
        readings[offset] = Reading.Of((int)Math.Round(100 * air.TemperatureCelsius));
        readings[offset + 1] = Reading.Of((int)Math.Round(100 * air.HumidityPercent));
        readings[offset + 2] = Reading.Of((int)Math.Round(air.PressurePascal));
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();
}
