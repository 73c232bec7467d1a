using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Nano;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>A sensor's binding, its virtual chip and the air around it, with the calls that the firmware's loop makes.</summary>
public sealed class SensorBench
{
    private const byte HumidityRegister = 0xFD;
    private const int HumidityCodeNeverWritten = 0x8000; // BME280 datasheet section 5.4.9.

    private readonly BenchBoard _board = new();
    private readonly ISensor _sensor;
    private readonly Reading[] _readings;
    private readonly ChipCase _case;

    public SensorBench(ChipCase chipCase, int seed = 1)
    {
        Seed = seed;
        _case = chipCase;
        _board.Enter();
        Chip = chipCase.NewChip(this);
        Bus.Attach(chipCase.Address, Chip);
        _sensor = chipCase.NewSensor();
        _readings = new Reading[_sensor.Quantities.Length];
    }

    /// <summary>Decides the chip's calibration.</summary>
    public int Seed { get; }

    public VirtualBmx280 Chip { get; private set; }

    /// <summary>What the chip is exposed to.</summary>
    public AirState Air { get; set; } = new(21.37, 56.2, 95_712);

    public I2cBus Bus => _board.Bus;

    public long UptimeUs => _board.UptimeUs;

    public int Sleeps => _board.Sleeps;

    public IReadOnlyList<int> ReadLengths => _board.ReadLengths;

    public AirState AirAt(long uptimeUs) => Air;

    /// <summary>Puts another chip at the address.</summary>
    public void Swap(bool back)
    {
        Chip = back ? _case.NewChip(this) : _case.NewOtherChip(this);
        Bus.Attach(_case.Address, Chip);
    }

    /// <summary>One measurement, a minute after the last.</summary>
    /// <param name="between">Done after Begin, before the chip is collected.</param>
    public IReadOnlyList<Reading> Measure(Action? between = null)
    {
        _board.UptimeUs += 60_000_000;
        int waitMs = _sensor.Begin(_board.UptimeMs);
        between?.Invoke();
        for (int calls = 0; ; calls++)
        {
            Assert.InRange(calls, 0, 50);
            Assert.InRange(waitMs, 0, 1_000);
            _board.UptimeUs += 1000L * waitMs;
            waitMs = _sensor.Collect(_board.UptimeMs, _readings, 0);
            if (waitMs == 0)
            {
                return [.. _readings];
            }
        }
    }

    /// <summary>Measures with a fault at one of the transfers.</summary>
    public IReadOnlyList<Reading> MeasureWith((int Transfer, int Byte, int Bit)? flip = null, int nakAt = -1, int goneFrom = int.MaxValue)
    {
        _board.CountTransfers(flip, nakAt, goneFrom);
        IReadOnlyList<Reading> readings = Measure();
        _board.CountTransfers();
        return readings;
    }

    /// <summary>The weather moves on: no measurement is like the one before.</summary>
    public void ChangeAir() =>
        Air = new AirState(Air.TemperatureCelsius + 0.7, Air.HumidityPercent - 1.3, Air.PressurePascal + 23);

    /// <summary>The transfers of one sound measurement: how many bytes each one reads.</summary>
    public int[] TransfersOfOneMeasurement()
    {
        _board.CountTransfers();
        Measure();
        return [.. _board.ReadLengths];
    }

    /// <summary>Every quantity has a value, and it is the air's within the chip's resolution.</summary>
    /// <remarks>One humidity has the code of a register that was never written: that one is given up, and must be.</remarks>
    public void AssertTrue(IReadOnlyList<Reading> readings)
    {
        for (int i = 0; i < readings.Count; i++)
        {
            bool isGivenUp = _sensor.Quantities[i] == Quantity.RelativeHumidity && HumidityCode() == HumidityCodeNeverWritten;
            Assert.Equal(isGivenUp ? Absence.Implausible : Absence.None, readings[i].Absence);
        }

        AssertNothingInvented(readings);
    }

    /// <summary>Every quantity either has a reason, or the air's value.</summary>
    public void AssertNothingInvented(IReadOnlyList<Reading> readings)
    {
        for (int i = 0; i < readings.Count; i++)
        {
            if (readings[i].Absence == Absence.None)
            {
                AssertNotInvented(readings[i], i);
            }
        }
    }

    /// <summary>No quantity has a value.</summary>
    public static void AssertNone(IReadOnlyList<Reading> readings) =>
        Assert.All(readings, reading => Assert.NotEqual(Absence.None, reading.Absence));

    public static void AssertAll(Absence expected, IReadOnlyList<Reading> readings) =>
        Assert.All(readings, reading => Assert.Equal(expected, reading.Absence));

    private int HumidityCode()
    {
        var code = new byte[2];
        Bus.Transfer(UptimeUs, _case.Address, [HumidityRegister], [], out _);
        Bus.Transfer(UptimeUs, _case.Address, [], code, out _);
        return (code[0] << 8) | code[1];
    }

    // Resolution at oversampling x 1, 16 bits (BME280 datasheet tables 2 to 4): 0.005 degrees, 0.008 %RH (and what the
    // temperature, as it was measured, adds in compensating it), 2.6 Pa; and
    // half a unit of the reading's integer.
    private void AssertNotInvented(Reading reading, int index)
    {
        (double truth, double tolerance) = _sensor.Quantities[index] switch
        {
            Quantity.Temperature => (100 * Air.TemperatureCelsius, 0.5 + 0.5),
            Quantity.RelativeHumidity => (100 * Air.HumidityPercent, 1.0 + 0.5),
            _ => (Air.PressurePascal, 2.7 + 0.5),
        };
        Assert.InRange(reading.Value, truth - tolerance, truth + tolerance);
    }
}
