using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Simulation;

/// <summary>Every mistake that the virtual SHT4x knows is planted and must be found; sound use is not blamed.</summary>
public class VirtualSht4xStrictnessTests
{
    private readonly CommandBench _bench = new(new VirtualSht4x(0xBEEF0000, _ => CommandBench.Air));

    [Theory]
    [InlineData(0xFD, 8.3)]
    [InlineData(0xF6, 4.5)]
    [InlineData(0xE0, 1.6)]
    public void A_measurement_takes_its_time_and_no_more(byte command, double durationMs)
    {
        Assert.True(_bench.Write(command));
        _bench.WaitMs(durationMs);
        int[] words = _bench.Read(2)!;
        Assert.Equal([24_855, 32_610], words); // (21.37 + 45) / 175 and (56.2 + 6) / 125 of 65535
        _bench.AssertNone();
    }

    [Fact]
    public void The_serial_number_is_there_at_once_with_its_checksums()
    {
        Assert.True(_bench.Write(0x89));
        Assert.Equal([0xBE, 0xEF, 0x92, 0x00, 0x00, 0x81], _bench.ReadBytes(6));
        _bench.AssertNone();
    }

    [Fact]
    public void An_early_read_is_found()
    {
        _bench.Write(0xFD);
        _bench.WaitMs(8.2);
        Assert.Null(_bench.Read(2));
        _bench.AssertOne("a read before the measurement can have ended");
    }

    [Fact]
    public void A_command_while_it_measures_is_found()
    {
        _bench.Write(0xFD);
        _bench.WaitMs(1);
        Assert.False(_bench.Write(0x89));
        _bench.AssertOne("a command while it measures");
    }

    [Fact]
    public void An_unknown_command_is_found()
    {
        Assert.False(_bench.Write(0x2C));
        _bench.AssertOne("an unknown command");
    }

    [Fact]
    public void A_command_of_two_bytes_is_found()
    {
        Assert.False(_bench.Write(0xFD, 0x00));
        _bench.AssertOne("2 bytes where a command has one");
    }

    [Fact]
    public void A_read_without_a_command_is_found_and_an_answer_is_read_once()
    {
        _bench.Write(0x89);
        Assert.NotNull(_bench.Read(2));
        Assert.Null(_bench.Read(2));
        _bench.AssertOne("a read without a command before it");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(4)]
    public void A_wrong_length_is_found(int bytes)
    {
        _bench.Write(0x89);
        _bench.ReadBytes(bytes);
        _bench.AssertOne($"a read of {bytes} bytes where the answer has 6");
    }
}
