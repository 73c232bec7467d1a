namespace UlmEdge.Core.Journal
{
    /// <summary>What became of the samples of a range. Invariant: Taken is the sum of all that follow it but ThinnedInto.</summary>
    public sealed class LedgerTotals
    {
        private readonly int[] _counts = new int[GapEntry.Causes];

        /// <summary>Samples of the range that were taken.</summary>
        public int Taken => Sent + Waiting + Thinned + Evicted + Unreadable + NotStored + Unknown;

        /// <summary>The broker has them.</summary>
        public int Sent { get; internal set; }

        /// <summary>They are in the journal.</summary>
        public int Waiting { get; internal set; }

        /// <summary>They became part of summaries, which may be waiting or sent.</summary>
        public int Thinned => _counts[(int)GapCause.Thinned];

        /// <summary>The number of those summaries (rows of minimum, mean and maximum).</summary>
        public int ThinnedInto { get; internal set; }

        /// <summary>They had to go.</summary>
        public int Evicted => _counts[(int)GapCause.Evicted];

        /// <summary>They cannot be read.</summary>
        public int Unreadable => _counts[(int)GapCause.Unreadable];

        /// <summary>The flash did not take them.</summary>
        public int NotStored => _counts[(int)GapCause.NotStored];

        /// <summary>They are settled, and why is not known any more.</summary>
        public int Unknown => _counts[(int)GapCause.Unknown];

        /// <summary>Numbers of the range that no sample ever had.</summary>
        public int LeftOut => _counts[(int)GapCause.LeftOut];

        /// <summary>Forgets everything.</summary>
        internal void Clear()
        {
            Sent = 0;
            Waiting = 0;
            ThinnedInto = 0;
            for (int i = 0; i < _counts.Length; i++)
            {
                _counts[i] = 0;
            }
        }

        /// <summary>Adds samples with a cause.</summary>
        internal void Add(GapCause cause, int samples)
        {
            _counts[(int)cause] += samples;
        }
    }
}
