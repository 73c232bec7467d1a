using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Nano;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>A sensor's binding, its virtual chip and what is around it, with the calls that the firmware's loop makes.</summary>
public sealed class SensorBench
{
    private const int LookMax = 400;
    private const int WaitMsMax = 60_000;

    private readonly BenchBoard _board = new();
    private readonly Reading[] _readings;
    private readonly ChipCase _case;

    public SensorBench(ChipCase chipCase, int seed = 1)
    {
        Seed = seed;
        _case = chipCase;
        _board.Enter();
        Chip = chipCase.NewChip(this);
        Attach();
        Sensor = chipCase.NewSensor();
        _readings = new Reading[Sensor.Quantities.Length];
    }

    /// <summary>Decides what differs from part to part.</summary>
    public int Seed { get; }

    public ISensor Sensor { get; }

    public IVirtualChip Chip { get; private set; }

    /// <summary>What the chip is exposed to.</summary>
    public AirState Air { get; set; } = new(21.37, 56.2, 95_712);

    /// <summary>What else it is exposed to.</summary>
    public StreetState Street { get; set; } = new()
    {
        Pm1 = 6.1, Pm25 = 9.4, Pm4 = 11.2, Pm10 = 14.3, CarbonDioxidePpm = 447, Pollution = 1.3, SoundDecibels = 54.2,
        RainMillimetresPerHour = 2.4, WindMetresPerSecond = 3.1, BatteryVolts = 3.92,
    };

    public Wiring Wiring => _board.Wiring;

    public I2cBus Bus => _board.Wiring.Bus;

    /// <summary>The serial line, where there is one.</summary>
    public SerialLine Line => _board.Wiring.Lines[_case.Place];

    public long UptimeUs => _board.UptimeUs;

    public int MeasurementsToRecover => _case.MeasurementsToRecover;

    public int Sleeps => _board.Sleeps;

    /// <summary>What came out at the serial console.</summary>
    public IReadOnlyList<string> Printed => _board.Printed;

    /// <summary>What the binding did that the datasheet does not allow.</summary>
    public IReadOnlyList<ChipViolation> Violations => Chip.Violations;

    public AirState AirAt(long uptimeUs) => Air;

    public StreetState StreetAt(long uptimeUs) => Street;

    /// <summary>Puts another chip in the place, or the right one back.</summary>
    public void Swap(bool back)
    {
        Chip = back ? _case.NewChip(this) : _case.NewOtherChip!(this);
        Attach();
    }

    /// <summary>Time passes in which nobody measures.</summary>
    public void Pass(int milliseconds) => _board.UptimeUs += 1000L * milliseconds;

    /// <summary>One measurement, an interval after the last.</summary>
    /// <param name="between">Done after Begin, before the chip is collected.</param>
    public IReadOnlyList<Reading> Measure(Action? between = null)
    {
        _board.UptimeUs += (1_000_000L * _case.IntervalSeconds) - (1000L * Sensor.LeadMs);
        int waitMs = Sensor.Begin(_board.UptimeMs);
        between?.Invoke();
        for (int looks = 0; ; looks++)
        {
            Assert.InRange(looks, 0, LookMax);
            Assert.InRange(waitMs, 0, WaitMsMax);
            _board.UptimeUs += 1000L * waitMs;
            waitMs = Sensor.Collect(_board.UptimeMs, _readings, 0);
            if (waitMs == 0)
            {
                return [.. _readings];
            }
        }
    }

    /// <summary>Bytes that the binding itself allocated in a measurement.</summary>
    public long AllocatedBytesOfOneMeasurement()
    {
        _board.UptimeUs += (1_000_000L * _case.IntervalSeconds) - (1000L * Sensor.LeadMs);
        long before = GC.GetAllocatedBytesForCurrentThread() - _board.AllocatedBytes;
        int waitMs = Sensor.Begin(_board.UptimeMs);
        for (int looks = 0; looks < LookMax && (looks == 0 || waitMs > 0); looks++)
        {
            _board.UptimeUs += 1000L * waitMs;
            waitMs = Sensor.Collect(_board.UptimeMs, _readings, 0);
        }

        return GC.GetAllocatedBytesForCurrentThread() - _board.AllocatedBytes - before;
    }

    /// <summary>Measures with a fault at one of the I2C transfers.</summary>
    public IReadOnlyList<Reading> MeasureWith((int Transfer, int Byte, int Bit)? flip = null, int nakAt = -1, int goneFrom = int.MaxValue)
    {
        _board.CountTransfers(flip, nakAt, goneFrom);
        IReadOnlyList<Reading> readings = Measure();
        _board.CountTransfers();
        return readings;
    }

    /// <summary>The weather moves on: no measurement is like the one before.</summary>
    public void ChangeAir()
    {
        Air = new AirState(Air.TemperatureCelsius + 0.7, Air.HumidityPercent - 1.3, Air.PressurePascal + 23);
        Street = Street with
        {
            Pm1 = Street.Pm1 + 0.6, Pm25 = Street.Pm25 + 0.8, Pm4 = Street.Pm4 + 0.9, Pm10 = Street.Pm10 + 1.1,
            CarbonDioxidePpm = Street.CarbonDioxidePpm + 13, Pollution = Street.Pollution * 1.05,
            SoundDecibels = Street.SoundDecibels + 1.7,
            RainMillimetresPerHour = Street.RainMillimetresPerHour + 0.7, WindMetresPerSecond = Street.WindMetresPerSecond + 0.4,
            BatteryVolts = Street.BatteryVolts - 0.02,
        };
    }

    /// <summary>The I2C transfers of one sound measurement: how many bytes each one reads.</summary>
    public int[] TransfersOfOneMeasurement()
    {
        _board.CountTransfers();
        Measure();
        return [.. _board.ReadLengths];
    }

    /// <summary>The bytes that arrive on the serial line in one sound measurement.</summary>
    public int BytesOfOneMeasurement()
    {
        Line.CountBytes();
        Measure();
        return Line.Arrived;
    }

    /// <summary>Every quantity has a value, nothing speaks against it, and it is the truth within the chip's resolution.</summary>
    /// <remarks>
    /// Where the chip itself has no code for a value, the binding must give it up: <see cref="ChipCase.IsGivenUp"/> knows.
    /// </remarks>
    public void AssertTrue(IReadOnlyList<Reading> readings)
    {
        for (int i = 0; i < readings.Count; i++)
        {
            bool isGivenUp = _case.IsGivenUp?.Invoke(this, Sensor.Quantities[i]) ?? false;
            Assert.Equal(isGivenUp ? Absence.Implausible : Absence.None, readings[i].Absence);
            Assert.Equal(Quality.Good, readings[i].Quality);
        }

        AssertNothingInvented(readings);
    }

    /// <summary>Every quantity either has a reason, or the true value.</summary>
    public void AssertNothingInvented(IReadOnlyList<Reading> readings)
    {
        for (int i = 0; i < readings.Count; i++)
        {
            if (readings[i].Absence == Absence.None)
            {
                (double truth, double tolerance) = _case.Truth(this, Sensor.Quantities[i]);
                Assert.InRange(readings[i].Value, truth - tolerance, truth + tolerance);
            }
        }
    }

    /// <summary>No quantity has a value.</summary>
    public static void AssertNone(IReadOnlyList<Reading> readings) =>
        Assert.All(readings, reading => Assert.NotEqual(Absence.None, reading.Absence));

    public static void AssertAll(Absence expected, IReadOnlyList<Reading> readings) =>
        Assert.All(readings, reading => Assert.Equal(expected, reading.Absence));

    private void Attach()
    {
        switch (_case.Connection)
        {
            case Connection.I2c:
                Bus.Attach(_case.Place, (II2cChip)Chip);
                break;
            case Connection.Serial when Wiring.Lines.TryGetValue(_case.Place, out SerialLine? line):
                line.Chip = (ISerialChip)Chip;
                break;
            case Connection.Serial:
                Wiring.Lines[_case.Place] = new SerialLine((ISerialChip)Chip);
                break;
            case Connection.Contact:
                Wiring.Contacts[_case.Place] = (IPulseSource)Chip;
                break;
            default:
                Wiring.Voltages[_case.Place] = ((IVoltageSource)Chip).VoltsAt;
                break;
        }
    }
}
