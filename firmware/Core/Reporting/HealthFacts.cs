using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>How the node fares, in numbers.</summary>
    public sealed class HealthFacts
    {
        /// <summary>Number of the boot.</summary>
        public int Boot;

        /// <summary>Number of the connection since boot; connections opened, too.</summary>
        public int Connections;

        /// <summary>The time of day in Unix seconds, or 0 while it is unknown.</summary>
        public long UnixSeconds;

        /// <summary>Seconds since power-on.</summary>
        public long UptimeSeconds;

        /// <summary>Why the board was restarted, one of <see cref="Boots.RestartReason"/>; 0 for power or a crash.</summary>
        public int ResetCause;

        /// <summary>Boots of the flash, the bad ones included.</summary>
        public int LifetimeBoots;

        /// <summary>Boots in a row before this one that ended within their first minute.</summary>
        public int BadBoots;

        /// <summary>How much this boot dares, one of <see cref="Boots.BootStage"/>.</summary>
        public int Stage;

        /// <summary>Restarts of the day that were the node's own.</summary>
        public int OwnRestarts;

        /// <summary>Free bytes of the heap, or <see cref="int.MinValue"/> where unknown.</summary>
        public int FreeHeapBytes;

        /// <summary>Samples that wait for the broker, those of the open batch included.</summary>
        public int WaitingSamples;

        /// <summary>Age of the oldest of them in seconds, or -1 if there is none or it is unknown.</summary>
        public long OldestAgeSeconds;

        /// <summary>Files of the journal that hold batches.</summary>
        public int JournalFiles;

        /// <summary>Changes of the flash since boot.</summary>
        public int FlashCloses;

        /// <summary>Bytes written to it since boot.</summary>
        public long FlashBytes;

        /// <summary>Changes that it refused since boot.</summary>
        public int FlashRefusals;

        /// <summary>Changes of the flash in its life.</summary>
        public int LifetimeCloses;

        /// <summary>Blocks of it that were erased, as estimated.</summary>
        public int FlashErases;

        /// <summary>Tenths of years that it will last, as estimated.</summary>
        public int FlashTenthYears;

        /// <summary>Part of the time in which something is measured or sent, in ten thousandths, as estimated.</summary>
        public int DutyTenThousandths;

        /// <summary>Charge of a day in coulombs, as estimated.</summary>
        public int CoulombsPerDay;

        /// <summary>Level of the access point's signal in dBm, or <see cref="int.MinValue"/> where unknown.</summary>
        public int RadioDecibelMilliwatts;

        /// <summary>Mean time from a message to its PUBACK since the last report in milliseconds, or -1 if there was none.</summary>
        public int AcknowledgeMeanMs;

        /// <summary>The longest such time in milliseconds, or -1.</summary>
        public int AcknowledgeMaxMs;

        /// <summary>Commands done.</summary>
        public int CommandsDone;

        /// <summary>Commands answered with a reason why not.</summary>
        public int CommandsRefused;

        /// <summary>Commands that could not be answered.</summary>
        public int CommandsIgnored;

        /// <summary>The journal's epoch, of which the following speak.</summary>
        public int Epoch;

        /// <summary>Samples taken and numbered for good: the sum of the seven that follow.</summary>
        public int SamplesTaken;

        /// <summary>The broker has them.</summary>
        public int SamplesSent;

        /// <summary>They are in the journal.</summary>
        public int SamplesWaiting;

        /// <summary>They became part of summaries.</summary>
        public int SamplesThinned;

        /// <summary>They had to go.</summary>
        public int SamplesEvicted;

        /// <summary>They cannot be read.</summary>
        public int SamplesUnreadable;

        /// <summary>The flash did not take them.</summary>
        public int SamplesNotStored;

        /// <summary>They are settled, and why is not known any more.</summary>
        public int SamplesUnknown;

        /// <summary>Rows of minimum, mean and maximum that stand for the thinned ones.</summary>
        public int Summaries;

        /// <summary>Numbers that no sample ever had.</summary>
        public int SamplesLeftOut;

        /// <summary>One after the last sample that the backend says it has; 0 or less if it never said so.</summary>
        public int StoredUpTo;

        /// <summary>Readings without a value since boot, by <see cref="Absence"/>.</summary>
        public int[] MissingReadings;
    }
}
