using UlmEdge.App;
using UlmEdge.App.Boards;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Plausibility;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>A full station on a bench: the firmware's sensors, sampler and rules, virtual chips, and a world of the test.</summary>
internal sealed class StationBench
{
    private const int OneWirePort = 3;

    private readonly BenchBoard _board = new();
    private readonly Sampler _sampler;
    private readonly PlausibilityRules _rules;

    public StationBench()
    {
        string[] names = Stations.All["ulm-standard"];
        BoardFacts board = BoardCatalog.ByName(VirtualBoard.BoardName);
        Wiring parts = new StationParts(board, 1, AirAt, _ => Street).Fit(names);
        Chips = names.Zip(parts.Chips).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach ((int port, SerialLine line) in parts.Lines)
        {
            _board.Wiring.Lines[port] = line;
        }

        foreach ((string name, int address) in new[] { ("bme280", 0x76), ("scd4x", 0x62), ("dnms", 0x55) })
        {
            _board.Wiring.Bus.Attach(address, (II2cChip)Chips[name]);
        }

        foreach ((int pin, IPulseSource contact) in parts.Contacts)
        {
            _board.Wiring.Contacts[pin] = contact;
        }

        foreach ((int channel, Func<long, double> volts) in parts.Voltages)
        {
            _board.Wiring.Voltages[channel] = volts;
        }

        _board.Wiring.Lines[OneWirePort].Chip = new VirtualDs18b20(4711, _ => Probed) { Family = 0x28 };
        _board.Enter();
        ISensor[] sensors = SensorCatalog.Create(names, board, new Complaints(), out _);
        _sampler = new Sampler(sensors, 60);
        _rules = new PlausibilityRules(_sampler.Channels);
    }

    /// <summary>The virtual parts by the name of their sensor.</summary>
    public Dictionary<string, IVirtualChip> Chips { get; }

    public AirState Air { get; set; } = new(12.37, 66.2, 95_712);

    public StreetState Street { get; set; } = new()
    {
        Pm1 = 6.1, Pm25 = 9.4, Pm4 = 11.2, Pm10 = 14.3, CarbonDioxidePpm = 447, Pollution = 1.3, SoundDecibels = 54.2,
        RainMillimetresPerHour = 0, WindMetresPerSecond = 3.1, BatteryVolts = 3.92,
    };

    /// <summary>By how much the DS18B20 is warmer than the air: the sun is on it.</summary>
    public double ProbeError { get; set; }

    /// <summary>Values of the world that go up and down a little from sample to sample, as they do.</summary>
    public bool IsAlive { get; set; } = true;

    public long UptimeUs => _board.UptimeUs;

    /// <summary>So many samples, a minute apart; those of the first minute, in which fans have not run yet, are not counted.</summary>
    /// <returns>The readings of the last one, by the names of their channels.</returns>
    public IReadOnlyDictionary<string, Reading> Sample(int count)
    {
        for (int i = 0; i < count; i++)
        {
            do
            {
                while (!_sampler.Tick(_board.UptimeMs))
                {
                    _board.UptimeUs = Math.Max(_board.UptimeUs + 1000, _sampler.WakeMs * 1000);
                }

                _rules.Judge(_sampler.Sample);
            }
            while (_sampler.Sample.Due.Count(isDue => isDue) < _sampler.Channels.Count);
            if (IsAlive)
            {
                Flutter(i % 2 == 0 ? 1 : -1);
            }
        }

        return Enumerable.Range(0, _sampler.Channels.Count)
            .ToDictionary(i => Channel.NameOf(_sampler.Channels.At(i)), i => _sampler.Sample.Readings[i]);
    }

    private AirState Probed => Air with { TemperatureCelsius = Air.TemperatureCelsius + ProbeError };

    private AirState AirAt(long uptimeUs) => Air;

    private void Flutter(int sign)
    {
        Air = new AirState(Air.TemperatureCelsius + (0.13 * sign), Air.HumidityPercent + (0.21 * sign), Air.PressurePascal + (3 * sign));
        Street = Street with
        {
            Pm1 = Street.Pm1 + (0.2 * sign), Pm25 = Street.Pm25 + (0.3 * sign), Pm4 = Street.Pm4 + (0.3 * sign),
            Pm10 = Street.Pm10 + (0.4 * sign), CarbonDioxidePpm = Street.CarbonDioxidePpm + (3 * sign),
            SoundDecibels = Street.SoundDecibels + (1.2 * sign), BatteryVolts = Street.BatteryVolts + (0.004 * sign),
        };
    }
}
