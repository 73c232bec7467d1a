using UlmEdge.Decoder;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>A sample's time never changes once it was published; it is right where it can be; within a boot times increase.</summary>
public static class OrderAndTimes
{
    private const double SlackMs = 2_000;

    // Twice what a board's quartz is off: between two answers of a time server the firmware has nothing else.
    private const double DriftPerMs = 100e-6;

    /// <summary>A pack has arrived.</summary>
    public static void Check(NodeWitness witness, EpochRecord record, DataMessage pack)
    {
        foreach (DataRow row in pack.Rows)
        {
            TakenSample sample = record.At(row.FirstSample)!;
            string? fault = pack.IsDated ? FaultInDate(witness, sample, (long)row.Seconds) : FaultInUptime(sample, (long)row.Seconds);
            if (fault is not null)
            {
                witness.Break(Promise.OrderAndTimes, $"{record.Epoch}.{row.FirstSample}: {fault}");
            }
        }
    }

    /// <summary>All is over: looks whether times increase within each boot.</summary>
    public static void CheckEnd(NodeWitness witness)
    {
        foreach (EpochRecord record in witness.Epochs)
        {
            TakenSample? before = null;
            for (int number = 0; number < record.Count; number++)
            {
                if (record.At(number) is not { PublishedSeconds: not null } sample || sample.ArrivedAs != (record.Epoch, number))
                {
                    continue;
                }

                if (before?.Boot == sample.Boot && !sample.Boot.IsMisled && before.PublishedSeconds >= sample.PublishedSeconds)
                {
                    witness.Break(Promise.OrderAndTimes, $"{record.Epoch}.{number} is not later than the sample before it");
                }

                before = sample;
            }
        }
    }

    private static string? FaultInDate(NodeWitness witness, TakenSample sample, long seconds)
    {
        if (sample.PublishedSeconds is { } before && before != seconds)
        {
            return $"its time was {before}, and is {seconds} now";
        }

        if (sample.HasArrivedUndated)
        {
            return "it was published without a date, and has one now";
        }

        // Also who is misled knows that: only what was taken before the time was learned may lie below, by no more than a boot.
        if (seconds < witness.FloorSeconds - (sample.Boot.Uptime.At(witness.WorldMs) / 1000))
        {
            return $"its time is {seconds}, and no time before {witness.FloorSeconds} is to be believed";
        }

        sample.PublishedSeconds = seconds;
        double off = Math.Abs((seconds * 1000.0) - sample.TrueUnixMs);
        double allowed = SlackMs + (DriftPerMs * sample.Boot.LongestGapMs);
        return sample.Boot.IsMisled || off <= allowed ? null : $"its time is off by {off} ms, and {allowed:F0} ms are allowed";
    }

    private static string? FaultInUptime(TakenSample sample, long seconds)
    {
        if (sample.PublishedSeconds is not null)
        {
            return "it was published with a date, and has none now";
        }

        sample.HasArrivedUndated = true;
        return seconds == sample.UptimeMs / 1000 ? null : $"it was taken at uptime {sample.UptimeMs} ms, and says {seconds} s";
    }
}
