using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Core
{
    /// <summary>What became of everything since boot. Samples are counted once each, whatever happens to them.</summary>
    public sealed class NodeCounters
    {
        /// <summary>Samples taken.</summary>
        public int SamplesTaken;

        /// <summary>Samples handed to a connection at least once.</summary>
        public int SamplesPublished;

        /// <summary>Samples the broker has.</summary>
        public int SamplesAcknowledged;

        /// <summary>Batches handed to a connection, repeats included.</summary>
        public int BatchesPublished;

        /// <summary>Batches the broker has.</summary>
        public int BatchesAcknowledged;

        /// <summary>Commands done.</summary>
        public int CommandsDone;

        /// <summary>Commands that were answered with a reason why not.</summary>
        public int CommandsRefused;

        /// <summary>Messages for the node that could not be answered: too large, no id, out of date, too many at once.</summary>
        public int CommandsIgnored;

        /// <summary>How long the broker takes to acknowledge.</summary>
        public readonly AcknowledgeTimes AcknowledgeTimes = new AcknowledgeTimes();

        /// <summary>Connections opened.</summary>
        public int Connections;

        /// <summary>Readings that were due and had no value, by <see cref="Absence"/>.</summary>
        public readonly int[] MissingReadings = new int[Absences.Max + 1];
    }
}
