using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Simulation;

/// <summary>Every mistake that the virtual SEN5x knows is planted and must be found; sound use is not blamed.</summary>
public class VirtualSen5xStrictnessTests
{
    private readonly CommandBench _bench = Bench("SEN55");

    [Theory]
    [InlineData("SEN50", 1_100, 0x7FFF, 0x7FFF, 0x7FFF)]
    [InlineData("SEN54", 1_100, 4274, 1300, 0x7FFF)]
    [InlineData("SEN55", 1_100, 4274, 1300, 0x7FFF)]
    [InlineData("SEN55", 11_000, 4274, 1300, 13)]
    public void What_a_model_does_not_know_or_not_yet_has_its_own_code(string model, int waitMs, int temperature, int voc, int nox)
    {
        CommandBench bench = Bench(model);
        bench.Command(0xD014, 20);
        int[] name = bench.Read(16)!;
        Assert.Equal([('S' << 8) | 'E', ('N' << 8) | '5', model[4] << 8], name[..3]);
        bench.Command(0x0021, waitMs);
        bench.Command(0x03C4, 20);
        int[] words = bench.Read(8)!;
        Assert.Equal([61, 94, 112, 143], words[..4]);
        Assert.Equal([temperature, voc, nox], words[5..]);
        bench.AssertNone();
    }

    [Theory]
    [InlineData(0x0104, "stop measurement while it is idle")]
    [InlineData(0x03C4, "read measured values while it is idle")]
    [InlineData(0xD002, "an unknown command 0xD002")]
    public void A_command_that_is_not_allowed_while_idle_is_found(int code, string sentence)
    {
        Assert.False(_bench.Command(code));
        _bench.AssertOne(sentence);
    }

    [Fact]
    public void A_second_start_is_found()
    {
        _bench.Command(0x0021, 50);
        Assert.False(_bench.Command(0x0021));
        _bench.AssertOne("start measurement while it measures");
    }

    [Fact]
    public void An_early_read_is_found()
    {
        _bench.Command(0xD014, 19);
        Assert.Null(_bench.Read(16));
        _bench.AssertOne("a read before the command was executed");
    }

    [Fact]
    public void A_wrong_length_is_found()
    {
        _bench.Command(0x0202, 20);
        _bench.ReadBytes(6);
        _bench.AssertOne("a read of 6 bytes where the answer has 3");
    }

    [Fact]
    public void Values_that_are_not_new_are_found()
    {
        _bench.Command(0x0021, 1_100);
        _bench.Command(0x03C4, 20);
        _bench.Read(8);
        _bench.Command(0x03C4, 20);
        _bench.AssertOne("read measured values although there are no new ones");
    }

    private static CommandBench Bench(string model) =>
        new(new VirtualSen5x(model, _ => CommandBench.Air, _ => CommandBench.Street));
}
