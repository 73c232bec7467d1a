using System.Device.I2c;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Simulation;

/// <summary>One chip alone on a bus, a master without a driver, air that tests set, a clock that they move.</summary>
internal sealed class ChipBench
{
    public const int Address = 0x76;
    public const byte CtrlHum = 0xF2;
    public const byte Status = 0xF3;
    public const byte CtrlMeas = 0xF4;
    public const byte Config = 0xF5;

    /// <summary>Forced mode, everything sampled once; the value that upstream's driver writes, too.</summary>
    public const byte ForcedOnce = 0b001_001_10;

    public const byte NormalOnce = 0b001_001_11;
    public const int PowerOn20 = 0x80000;
    public const int PowerOn16 = 0x8000;

    private ChipBench(Func<Func<long, AirState>, VirtualBmx280> create)
    {
        Chip = create(uptimeUs => AirAt(uptimeUs));
        Bus.Attach(Address, Chip);
    }

    public static AirState MildAir => new(21.5, 48.25, 96012);

    public VirtualBmx280 Chip { get; }

    public I2cBus Bus { get; } = new();

    public Func<long, AirState> AirAt { get; set; } = _ => MildAir;

    /// <summary>A bit after power-on: the chip has started up.</summary>
    public long UptimeUs { get; set; } = 10_000;

    public static ChipBench Bme280(FactoryCalibration? part = null) =>
        new(airAt => new VirtualBme280(part ?? FactoryCalibration.Typical, airAt));

    public static ChipBench Bmp280(FactoryCalibration? part = null) =>
        new(airAt => new VirtualBmp280(part ?? FactoryCalibration.Typical, airAt));

    public I2cTransferStatus Write(params byte[] bytes) => Bus.Transfer(UptimeUs, Address, bytes, [], out _);

    public byte[] Read(byte register, int count)
    {
        var buffer = new byte[count];
        Bus.Transfer(UptimeUs, Address, [register], [], out _);
        Bus.Transfer(UptimeUs, Address, [], buffer, out _);
        return buffer;
    }

    public byte Read(byte register) => Read(register, 1)[0];

    /// <summary>The codes in the data registers.</summary>
    public (int Temperature, int Pressure, int Humidity) Data()
    {
        var bytes = Read(0xF7, Chip is VirtualBme280 ? 8 : 6);
        return (
            (bytes[3] << 12) | (bytes[4] << 4) | (bytes[5] >> 4),
            (bytes[0] << 12) | (bytes[1] << 4) | (bytes[2] >> 4),
            bytes.Length == 8 ? (bytes[6] << 8) | bytes[7] : PowerOn16);
    }

    /// <summary>One forced measurement with everything sampled once, waited for.</summary>
    public (int Temperature, int Pressure, int Humidity) Measure()
    {
        if (Chip is VirtualBme280)
        {
            Write(CtrlHum, 1);
        }

        Write(CtrlMeas, ForcedOnce);
        Wait(10);
        return Data();
    }

    public void Wait(double milliseconds) => UptimeUs += (long)(milliseconds * 1000);
}
