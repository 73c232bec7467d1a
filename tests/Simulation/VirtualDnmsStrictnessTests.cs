using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Simulation;

/// <summary>Every mistake that the virtual DNMS knows is planted and must be found; sound use is not blamed.</summary>
public class VirtualDnmsStrictnessTests
{
    private const int Listen = 0x0001;
    private const int Calculate = 0x0003;

    private readonly VirtualDnms _chip = new("DNMS Teensy 4 V2", _ => CommandBench.Street);
    private readonly CommandBench _bench;

    public VirtualDnmsStrictnessTests() => _bench = new CommandBench(_chip);

    [Fact]
    public void Hears_only_once_it_was_told_to_listen()
    {
        Assert.Equal([0, 0, 0], Levels());
        _bench.Command(Listen, 1_000);
        Assert.Equal([54.2f, 49.9f, 62.1f], Levels());
        _chip.ResetByItself(_bench.UptimeUs);
        _bench.WaitMs(1_000);
        Assert.Equal([0, 0, 0], Levels());
        _bench.AssertNone();
    }

    [Fact]
    public void A_microphone_that_falls_silent_leaves_the_mean_and_nothing_else()
    {
        _bench.Command(Listen, 1_000);
        Levels();
        _chip.IsDeaf = true;
        _bench.WaitMs(1_000);
        Assert.Equal([54.2f, 0, 0], Levels());
        _bench.AssertNone();
    }

    [Fact]
    public void An_unknown_command_is_found()
    {
        Assert.False(_bench.Command(0x0006));
        _bench.AssertOne("an unknown command 0x0006");
    }

    [Fact]
    public void Levels_that_are_not_calculated_yet_are_found()
    {
        _bench.Command(Calculate, 19);
        _bench.Command(0x0005);
        _bench.AssertOne("read Leq although no data are ready");
    }

    [Fact]
    public void A_wrong_length_is_found()
    {
        _bench.Command(0x0002);
        _bench.ReadBytes(30);
        _bench.AssertOne("a read of 30 bytes where the answer has 27");
    }

    [Fact]
    public void Arguments_are_found()
    {
        Assert.False(_bench.Write(0x00, 0x03, 0x00, 0x00, 0x81));
        _bench.AssertOne("calculate Leq with 3 bytes of arguments");
    }

    private float[] Levels()
    {
        _bench.Command(Calculate, 20);
        _bench.Command(0x0005);
        int[] words = _bench.Read(6)!;
        return [.. Enumerable.Range(0, 3).Select(i => BitConverter.Int32BitsToSingle((words[2 * i] << 16) | words[(2 * i) + 1]))];
    }
}
