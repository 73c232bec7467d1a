using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>What of a node outlives a loss of power: flash, sensor, quartz, and its place in the world.</summary>
internal sealed class WorldHardware
{
    private const int SensorAddress = 0x76;
    private const int QuartzPartsPerMillion = 40;

    private readonly WorldPlan _plan;
    private readonly IWeather _weather;
    private readonly Place _place;

    /// <summary>Hardware at a place.</summary>
    public WorldHardware(WorldPlan plan, NodeConfiguration provisioned, ulong seed, IWeather weather, Place place)
    {
        _plan = plan;
        Provisioned = provisioned;
        Brokers = new WorldBrokers(plan, provisioned);
        _weather = weather;
        _place = place;
        Entropy = new SeededEntropy(SeededNumbers.Derive(seed, "hardware"));
        PartsPerMillion = (int)new SeededEntropy(SeededNumbers.Derive(seed, "quartz"))
            .Between(-QuartzPartsPerMillion, QuartzPartsPerMillion + 1);
        Chip = new VirtualBme280(FactoryCalibration.Draw(seed), worldUs => Watcher(AirAt(worldUs / 1000)));
        Chip.Unplug();
        Wiring.Bus.Attach(SensorAddress, Chip);
        Wiring.Chips.Add(Chip);
    }

    /// <summary>What goes wrong around it.</summary>
    public Surroundings Surroundings { get; } = new();

    /// <summary>What the node was told when it was provisioned.</summary>
    public NodeConfiguration Provisioned { get; }

    /// <summary>The brokers that it can reach.</summary>
    public WorldBrokers Brokers { get; }

    /// <summary>The flash volume.</summary>
    public SimulatedFlash Flash { get; } = new();

    /// <summary>The sensor.</summary>
    public VirtualBme280 Chip { get; }

    /// <summary>What hangs on the board's pins.</summary>
    public Wiring Wiring { get; } = new();

    /// <summary>What the node says of itself.</summary>
    public WorldLog Log { get; } = new();

    /// <summary>The chip's random generator, and all other chance around the node.</summary>
    public SeededEntropy Entropy { get; }

    /// <summary>How much faster than true time its uptime passes.</summary>
    public int PartsPerMillion { get; }

    /// <summary>Sees the air that the chip sees.</summary>
    public Func<AirState, AirState> Watcher { get; set; } = air => air;

    /// <summary>The air around it.</summary>
    public AirState AirAt(long worldMs) => _weather.At(_place, _plan.StartUnixMs + worldMs);
}
