using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>The traffic of nanoFramework's own driver, byte by byte: strictness must not blame it.</summary>
/// <remarks>
/// The driver names a register in a write of its own and stops before each read; it goes on at once after a reset.
/// </remarks>
public sealed class Bmx280DriverSequenceTests
{
    [Fact]
    public void The_drivers_sequence_is_no_violation_and_measures()
    {
        var bench = ChipBench.Bme280();
        bench.UptimeUs = 0; // the chip is still starting up
        Construct(bench);
        for (var i = 0; i < 3; i++)
        {
            var data = MeasureAsTheDriverDoes(bench);
            Assert.Equal(ChipBench.MildAir.TemperatureCelsius, new FloatCompensation(bench).Celsius(data), 0.005);
        }

        Assert.Empty(bench.Chip.Violations);
    }

    private static void Construct(ChipBench bench)
    {
        bench.Read(0xD0);
        bench.Read(0xA1);
        bench.Read(0xE1, 2);
        Array.ForEach<byte>([0xE3, 0xE4, 0xE5, 0xE6, 0xE5, 0xE7], register => bench.Read(register));
        for (var register = 0x88; register <= 0x9E; register += 2)
        {
            bench.Read((byte)register, 2);
        }

        bench.Write(0xE0, 0xB6);
        Modify(bench, ChipBench.CtrlMeas, 0b111_000_11, 0b000_001_00);
        Modify(bench, ChipBench.CtrlMeas, 0b000_111_11, 0b001_000_00);
        Modify(bench, ChipBench.Config, 0b111_000_11, 0);
        Modify(bench, ChipBench.Config, 0b000_111_11, 0b010_000_00);
        Modify(bench, ChipBench.CtrlHum, 0b11111_000, 1);
        Modify(bench, ChipBench.CtrlMeas, 0xFF, 0);
    }

    private static int MeasureAsTheDriverDoes(ChipBench bench)
    {
        bench.Read(ChipBench.CtrlMeas);
        Modify(bench, ChipBench.CtrlMeas, 0b1111_1100, 0b10);
        bench.Wait(21);
        var temperature = bench.Read(0xFA, 3);
        bench.Read(0xF7, 3);
        bench.Read(0xFD, 2);
        return (temperature[0] << 12) | (temperature[1] << 4) | (temperature[2] >> 4);
    }

    private static void Modify(ChipBench bench, byte register, int keep, int set) =>
        bench.Write(register, (byte)((bench.Read(register) & keep) | set));
}
