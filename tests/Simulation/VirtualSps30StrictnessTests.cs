using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Simulation;

/// <summary>Every mistake that the virtual SPS30 knows is planted and must be found; sound use is not blamed.</summary>
public class VirtualSps30StrictnessTests
{
    private readonly VirtualSps30 _chip = new("0123456789ABCDEF", _ => CommandBench.Street);
    private readonly CommandBench _bench;

    public VirtualSps30StrictnessTests() => _bench = new CommandBench(_chip);

    [Fact]
    public void Says_what_it_is_and_counts_how_long_its_laser_runs()
    {
        _bench.Command(0xD002);
        Assert.Equal([0x3030, 0x3038, 0x3030, 0x3030], _bench.Read(4)!);
        _bench.Command(0xD033);
        Assert.Equal(0x3031, _bench.Read(16)![0]);
        Start(0x0300, 0xAC);
        _bench.WaitMs(29_980);
        _bench.Command(0x0104, 20);
        Assert.Equal(30, _chip.RunSeconds, 0.001);
        _bench.AssertNone();
    }

    [Fact]
    public void Values_are_right_only_when_the_fan_has_run()
    {
        Start(0x0300, 0xAC);
        _bench.WaitMs(1_000);
        Assert.InRange(Pm1(), 0, 5.5f);
        _bench.WaitMs(30_000);
        Assert.Equal(6.1f, Pm1(), 0.001f);
        _bench.AssertNone();
    }

    [Theory]
    [InlineData(0x0104, "stop measurement while it is idle")]
    [InlineData(0x0202, "read data-ready flag while it is idle")]
    [InlineData(0x0300, "read measured values while it is idle")]
    [InlineData(0xD014, "an unknown command 0xD014")]
    [InlineData(0x0010, "start measurement with 0 bytes of arguments")]
    public void A_command_that_is_not_allowed_while_idle_is_found(int code, string sentence)
    {
        Assert.False(_bench.Command(code));
        _bench.AssertOne(sentence);
    }

    [Fact]
    public void An_unknown_format_is_found()
    {
        Start(0x0000, 0x81);
        _bench.AssertOne("start measurement with 0x0000 for its format");
    }

    [Fact]
    public void A_second_start_is_found()
    {
        Start(0x0300, 0xAC);
        Start(0x0300, 0xAC);
        _bench.AssertOne("start measurement while it measures");
    }

    [Fact]
    public void A_wrong_checksum_is_found()
    {
        Start(0x0300, 0xAD);
        _bench.AssertOne("start measurement with a wrong checksum");
    }

    [Fact]
    public void A_command_before_the_reset_has_ended_is_found()
    {
        _bench.Command(0xD304, 99);
        Assert.False(_bench.Command(0xD002));
        _bench.AssertOne("a command while the one before is executed");
    }

    [Fact]
    public void Values_that_are_not_there_are_found()
    {
        Start(0x0300, 0xAC);
        _bench.Command(0x0300);
        _bench.AssertOne("read measured values although there are none");
    }

    private void Start(int format, byte checksum)
    {
        _bench.Write(0x00, 0x10, (byte)(format >> 8), (byte)format, checksum);
        _bench.WaitMs(20);
    }

    private float Pm1()
    {
        _bench.Command(0x0300);
        int[] words = _bench.Read(20)!;
        return BitConverter.Int32BitsToSingle((words[0] << 16) | words[1]);
    }
}
