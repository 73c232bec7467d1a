using UlmEdge.Devices.Sds011;

namespace UlmEdge.Tests.Devices;

public class Sds011ScannerTests
{
    [Fact]
    public void Commands_are_those_of_the_protocol()
    {
        Assert.Equal("AAB406010100000000000000000000FFFF06AB", Convert.ToHexString(Sds011Command.Work()));
        Assert.Equal("AAB406010000000000000000000000FFFF05AB", Convert.ToHexString(Sds011Command.Sleep()));
        Assert.Equal("AAB402010000000000000000000000FFFF01AB", Convert.ToHexString(Sds011Command.ReportActively()));
    }

    // The protocol's own example: PM2.5 123.6, PM10 261.8.
    [Fact]
    public void The_protocols_example_is_reproduced()
    {
        var scanner = new Sds011Scanner();
        byte[] frame = Convert.FromHexString("AAC0D4043A0AA1601DAB");
        Assert.True(frame.Aggregate(false, (_, value) => scanner.Take(value)));
        Assert.Equal((true, 1236, 2618), (scanner.HasValues, scanner.Pm25Tenths, scanner.Pm10Tenths));
    }

    [Fact]
    public void Of_a_million_damaged_frames_few_pass_and_it_is_in_step_after_two()
    {
        Random chance = new(4711);
        var scanner = new Sds011Scanner();
        int accepted = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            byte[] sound = Sound(chance);
            foreach (byte value in SerialFrames.Damaged(chance, sound))
            {
                accepted += scanner.Take(value) && !scanner.Frame.SequenceEqual(sound) ? 1 : 0;
            }

            if (i % 100 == 0)
            {
                Assert.True(SerialFrames.IsInStep(scanner, Sound(chance), Sound(chance)));
            }
        }

        // A sum cannot tell two flips of one bit in opposite directions: about one damaged frame in a thousand.
        Assert.InRange(accepted, 0, 1_500);
    }

    private static byte[] Sound(Random chance)
    {
        byte[] frame = [0xAA, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0xAB];
        chance.NextBytes(frame.AsSpan(2, 6));
        frame[8] = (byte)frame[2..8].Sum(value => value);
        return frame;
    }
}
