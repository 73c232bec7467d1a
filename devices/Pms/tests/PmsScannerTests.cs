using System.Buffers.Binary;
using UlmEdge.Devices.Pms;

namespace UlmEdge.Tests.Devices;

public class PmsScannerTests
{
    [Fact]
    public void A_frame_is_read_as_the_manual_lays_it_out()
    {
        byte[] frame = Sound([1, 2, 3, 11, 12, 13, 0, 0, 0, 0, 0, 0, 0x9700]);
        var scanner = new PmsScanner();
        Assert.True(frame.Aggregate(false, (_, value) => scanner.Take(value)));
        Assert.Equal((11, 12, 13, 0), (scanner.Micrograms(0), scanner.Micrograms(1), scanner.Micrograms(2), scanner.Error));
    }

    [Fact]
    public void Of_a_million_damaged_frames_few_pass_and_it_is_in_step_after_two()
    {
        Random chance = new(4711);
        var scanner = new PmsScanner();
        int accepted = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            byte[] sound = Sound(Words(chance));
            foreach (byte value in SerialFrames.Damaged(chance, sound))
            {
                accepted += scanner.Take(value) && !scanner.Frame.SequenceEqual(sound) ? 1 : 0;
            }

            if (i % 100 == 0)
            {
                Assert.True(SerialFrames.IsInStep(scanner, Sound(Words(chance)), Sound(Words(chance))));
            }
        }

        // A sum cannot tell two flips of one bit in opposite directions: about one damaged frame in a thousand.
        Assert.InRange(accepted, 0, 1_500);
    }

    private static ushort[] Words(Random chance) => [.. Enumerable.Range(0, 13).Select(_ => (ushort)chance.Next(65536))];

    private static byte[] Sound(ushort[] words)
    {
        byte[] frame = new byte[32];
        (frame[0], frame[1], frame[3]) = (0x42, 0x4D, 0x1C);
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4 + (2 * i)), words[i]);
        }

        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(30), (ushort)frame.Take(30).Sum(value => value));
        return frame;
    }
}
