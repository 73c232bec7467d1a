using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>Accounts for a node whose last boot has ended: every sample that has not arrived is looked up in its ledger.</summary>
/// <remarks>
/// A batch that a power cut tore off may be durable although the firmware was never told: where the next boot's numbers
/// begin says whether it was. They begin higher than those before ended when recovery left out numbers that may have
/// been used: those were never given to a sample.
/// </remarks>
/// <param name="id">The node.</param>
/// <param name="lives">Its boots, in their order.</param>
/// <param name="reception">What has arrived.</param>
internal sealed class FinalTally(string id, IReadOnlyList<NodeLife> lives, Reception reception)
{
    /// <summary>Sums up.</summary>
    public StreetTally Sum()
    {
        StreetTally sum = StreetTally.Empty;
        foreach (var epoch in lives.SelectMany(life => life.Stretches()).GroupBy(stretch => stretch.Epoch))
        {
            sum += epoch.First().IsInMemory ? OfMemory(epoch.First()) : OfJournal([.. epoch]);
        }

        // What two boots acknowledge, since a cut came before the first could note it, must not count twice.
        int published = lives.Sum(life => life.View.SamplesPublished);
        return sum with
        {
            Published = Math.Max(lives.Count == 1 ? published : 0, Math.Max(sum.Received, sum.Acknowledged)),
            Refused = sum.Refused + lives.Sum(life => life.DroppedBeforeLeaving),
        };
    }

    // An epoch in memory ends with its boot.
    private StreetTally OfMemory(Stretch stretch)
    {
        int received = reception.CountBetween(id, stretch.Epoch, stretch.First, stretch.End);
        int missing = stretch.Count - received;
        int waiting = Math.Min(missing, stretch.Waiting);
        int dropped = Math.Min(missing - waiting, stretch.Dropped);
        bool isOver = stretch.Life.IsOver;
        return StreetTally.Empty with
        {
            Samples = stretch.Count - (isOver ? waiting : 0),
            Acknowledged = stretch.Count - stretch.Waiting - stretch.Dropped,
            Received = received,
            Lost = missing - waiting - dropped,
            Pending = isOver ? 0 : waiting,
            Unwritten = isOver ? waiting : 0,
            Refused = dropped,
            Invented = reception.CountBetween(id, stretch.Epoch, stretch.End, int.MaxValue),
        };
    }

    private StreetTally OfJournal(Stretch[] stretches)
    {
        (int epoch, int first, int end) = (stretches[0].Epoch, stretches[0].First, stretches[^1].End);
        List<(int First, int End)> leftOut = [];
        int unwritten = 0;
        foreach ((Stretch before, Stretch after) in stretches.Zip(stretches.Skip(1)))
        {
            unwritten += Math.Max(0, before.End - after.First);
            if (before.End < after.First)
            {
                leftOut.Add((before.End, after.First));
            }
        }

        StreetTally sum = StreetTally.Empty with
        {
            Samples = end - first - leftOut.Sum(range => range.End - range.First),
            Acknowledged = AcknowledgedIn(epoch, first, end),
            Received = reception.CountBetween(id, epoch, first, end),
            Invented = reception.CountBetween(id, epoch, end, int.MaxValue),
            Unwritten = unwritten,
        };
        int[] borders = [first, .. leftOut.SelectMany(range => new[] { range.First, range.End }), end];
        return borders.Chunk(2)
            .SelectMany(range => reception.GapsBetween(id, epoch, range[0], range[1]))
            .Aggregate(sum, (total, gap) => total + OfMissing(epoch, gap.First, gap.End));
    }

    private int AcknowledgedIn(int epoch, int first, int end) => lives[^1].Journal is { } journal && journal.Epoch == epoch
        ? journal.Account(first, Math.Clamp(journal.NextSample, first, end)).Sent
        : reception.CountBetween(id, epoch, first, end);

    // Numbers that have not arrived: the ledger of the last boot says why.
    private StreetTally OfMissing(int epoch, int first, int end)
    {
        Journal journal = lives[^1].Journal;
        if (!journal.IsUsable)
        {
            return StreetTally.Empty with { Pending = end - first }; // The flash refused at the last boot: nobody can say.
        }

        if (journal.Epoch != epoch)
        {
            return StreetTally.Empty with { Lost = end - first };
        }

        int known = Math.Clamp(journal.NextSample, first, end);
        LedgerTotals totals = journal.Account(first, known);
        return StreetTally.Empty with
        {
            Lost = totals.Sent + totals.Unreadable,
            Pending = totals.Waiting + end - known,
            Thinned = totals.Thinned,
            Evicted = totals.Evicted,
            Refused = totals.NotStored,
        };
    }
}
