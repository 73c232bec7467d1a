using UlmEdge.Decoder;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>After de-duplication by (node, epoch, number) every sample is there once: at least once is what MQTT promises.</summary>
/// <remarks>
/// That a second arrival is the same to the digit is what <see cref="NothingInvented"/> and <see cref="OrderAndTimes"/> see;
/// here it is that one sample never has two numbers.
/// </remarks>
public static class NothingRepeated
{
    /// <summary>A pack has arrived, and is sound.</summary>
    public static void Check(NodeWitness witness, EpochRecord record, DataMessage pack)
    {
        foreach (DataRow row in pack.Rows)
        {
            for (int number = row.FirstSample; number < row.FirstSample + row.SampleCount; number++)
            {
                TakenSample sample = record.At(number)!;
                if (sample.ArrivedAs is { } before && before != (record.Epoch, number))
                {
                    witness.Break(
                        Promise.NothingRepeated, $"{record.Epoch}.{number} arrived before as {before.Epoch}.{before.Number}");
                }

                sample.ArrivedAs = (record.Epoch, number);
                sample.HasArrivedInSummary |= pack.WindowSeconds > 0;
                sample.HasArrived |= pack.WindowSeconds == 0 && pack.IsDated;
            }
        }
    }
}
