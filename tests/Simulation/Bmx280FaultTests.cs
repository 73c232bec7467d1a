using System.Device.I2c;
using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>What goes wrong inside a chip, seen from the bus.</summary>
public sealed class Bmx280FaultTests
{
    private readonly ChipBench _bench = ChipBench.Bme280();

    [Fact]
    public void An_unplugged_chip_does_not_answer_and_forgets_everything()
    {
        _bench.Measure();
        _bench.Chip.Unplug();
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, _bench.Write(ChipBench.CtrlMeas, 0));

        _bench.Chip.Plug(_bench.UptimeUs);
        Assert.Equal(0b0001, _bench.Read(ChipBench.Status));
        Assert.Equal(0, _bench.Read(ChipBench.CtrlMeas));
        Assert.Equal((ChipBench.PowerOn20, ChipBench.PowerOn20, ChipBench.PowerOn16), _bench.Data());
    }

    [Fact]
    public void A_dip_of_the_supply_loses_the_settings_without_a_word()
    {
        _bench.Measure();
        _bench.Chip.ResetByItself(_bench.UptimeUs);

        Assert.Equal(I2cTransferStatus.FullTransfer, _bench.Write(0xD0));
        Assert.Equal([0, 1, 0, 0], _bench.Read(ChipBench.CtrlHum, 4));
        Assert.Equal((ChipBench.PowerOn20, ChipBench.PowerOn20, ChipBench.PowerOn16), _bench.Data());
    }

    [Fact]
    public void A_frozen_chip_never_ends_its_conversion_even_after_a_reset()
    {
        var before = _bench.Measure();
        _bench.Chip.Freeze(_bench.UptimeUs);
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(60_000);
        Assert.Equal(0b1000, _bench.Read(ChipBench.Status));
        Assert.Equal(0b10, _bench.Read(ChipBench.CtrlMeas) & 0b11);
        Assert.Equal(before, _bench.Data());

        _bench.Write(0xE0, 0xB6);
        _bench.Wait(3);
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(60_000);
        Assert.Equal(0b1000, _bench.Read(ChipBench.Status));
        Assert.Equal(ChipBench.PowerOn20, _bench.Data().Temperature);
        Assert.Empty(_bench.Chip.Violations); // the fault is not the master's
    }

    [Fact]
    public void A_frozen_chip_recovers_when_told_or_by_a_loss_of_power()
    {
        _bench.Chip.Freeze(_bench.UptimeUs);
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(60_000);
        _bench.Chip.Recover(_bench.UptimeUs);
        Assert.NotEqual(ChipBench.PowerOn20, _bench.Data().Temperature);

        _bench.Chip.Freeze(_bench.UptimeUs);
        _bench.Chip.Unplug();
        _bench.Chip.Plug(_bench.UptimeUs);
        _bench.Wait(2);
        Assert.NotEqual(ChipBench.PowerOn20, _bench.Measure().Temperature);
    }

    [Fact]
    public void A_latched_chip_seems_to_work_but_its_data_stay()
    {
        var before = _bench.Measure();
        _bench.Chip.Latch(_bench.UptimeUs);
        _bench.AirAt = _ => ChipBench.MildAir with { TemperatureCelsius = -10 };

        Assert.Equal(before, _bench.Measure());
        Assert.Equal(0, _bench.Read(ChipBench.Status));
        _bench.Write(0xE0, 0xB6);
        Assert.Equal(before, _bench.Data());

        _bench.Wait(2);
        _bench.Chip.Recover(_bench.UptimeUs);
        Assert.NotEqual(before, _bench.Measure());
    }

    [Fact]
    public void A_wrong_id_stays_until_recovery()
    {
        _bench.Chip.WrongId(0x58);
        Assert.Equal(0x58, _bench.Read(0xD0));

        _bench.Chip.Recover(_bench.UptimeUs);
        Assert.Equal(0x60, _bench.Read(0xD0));
    }
}
