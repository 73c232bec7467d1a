using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Simulation;

/// <summary>
/// Every mistake that the virtual SCD4x knows is planted and must be found; sound use is not blamed. What all chips of the
/// maker's protocol share is tried here.
/// </summary>
public class VirtualScd4xStrictnessTests
{
    private readonly CommandBench _bench = new(new VirtualScd4x(0xF8969F073BBE, _ => CommandBench.Air, _ => CommandBench.Street));

    [Fact]
    public void The_serial_number_is_that_of_the_datasheets_example()
    {
        _bench.Command(0x3682);
        Assert.Equal([0xF8, 0x96, 0x31, 0x9F, 0x07, 0xC2, 0x3B, 0xBE, 0x89], _bench.ReadBytes(9));
        _bench.AssertNone();
    }

    [Theory]
    [InlineData(0x21B1, 5_000)]
    [InlineData(0x21AC, 30_000)]
    public void A_value_comes_after_its_period_and_is_read_once(int start, int periodMs)
    {
        _bench.Command(start, periodMs - 1);
        Assert.False(IsReady());
        Assert.True(IsReady());
        _bench.Command(0xEC05);
        Assert.Equal([422, 24_855, 36_831], _bench.Read(3)!); // 447 ppm x 957.12 / 1013
        Assert.False(IsReady());
        _bench.AssertNone();
    }

    [Fact]
    public void The_pressure_that_it_is_told_is_the_one_it_counts_with()
    {
        _bench.Command(0x21B1);
        Assert.True(_bench.Write(0xE0, 0x00, 0x03, 0xBD, 0x5F)); // 957 hPa
        _bench.WaitMs(5_000);
        _bench.Command(0xEC05);
        Assert.Equal(447, _bench.Read(3)![0]);
        _bench.AssertNone();
    }

    [Theory]
    [InlineData(0x21B1, "start_periodic_measurement while it measures")]
    [InlineData(0x3682, "get_serial_number while it measures")]
    [InlineData(0x1234, "an unknown command 0x1234")]
    [InlineData(0xE000, "set_ambient_pressure with 0 bytes of arguments")]
    public void A_command_that_is_not_allowed_while_it_measures_is_found(int code, string sentence)
    {
        _bench.Command(0x21B1);
        Assert.False(_bench.Command(code));
        _bench.AssertOne(sentence);
    }

    [Fact]
    public void Reading_a_measurement_while_idle_is_found()
    {
        Assert.False(_bench.Command(0xEC05));
        _bench.AssertOne("read_measurement while it is idle");
    }

    [Fact]
    public void Reading_a_measurement_that_is_not_there_is_found()
    {
        _bench.Command(0x21B1, 4_998);
        _bench.Command(0xEC05);
        _bench.AssertOne("read_measurement although no data are ready");
    }

    [Fact]
    public void A_command_before_the_stop_has_ended_is_found()
    {
        _bench.Command(0x21B1);
        _bench.Command(0x3F86, 499);
        Assert.False(_bench.Command(0x3682));
        _bench.AssertOne("a command while the one before is executed");
    }

    [Fact]
    public void An_early_read_is_found()
    {
        _bench.Command(0x3682, 0.9);
        Assert.Null(_bench.Read(3));
        _bench.AssertOne("a read before the command was executed");
    }

    [Fact]
    public void A_wrong_checksum_is_found_and_the_argument_not_taken()
    {
        Assert.False(_bench.Write(0xE0, 0x00, 0x03, 0xBD, 0x60));
        _bench.AssertOne("set_ambient_pressure with a wrong checksum");
    }

    [Fact]
    public void A_pressure_that_there_is_not_is_found()
    {
        _bench.Write(0xE0, 0x00, 0x00, 0x00, 0x81);
        _bench.AssertOne("an ambient pressure of 0 hPa");
    }

    [Fact]
    public void Half_a_command_is_found()
    {
        Assert.False(_bench.Write(0xE0));
        _bench.AssertOne("half a command");
    }

    [Fact]
    public void A_read_without_a_command_is_found()
    {
        Assert.Null(_bench.Read(1));
        _bench.AssertOne("a read without a command that has an answer");
    }

    [Theory]
    [InlineData(12)]
    [InlineData(8)]
    public void A_wrong_length_is_found(int bytes)
    {
        _bench.Command(0x3682);
        _bench.ReadBytes(bytes);
        _bench.AssertOne($"a read of {bytes} bytes where the answer has 9");
    }

    // The low eleven bits count; the highest is set, which must not look like readiness.
    private bool IsReady()
    {
        _bench.Command(0xE4B8);
        int word = _bench.Read(1)![0];
        Assert.Equal(0x8000, word & 0x8000);
        return (word & 0x07FF) != 0;
    }
}
