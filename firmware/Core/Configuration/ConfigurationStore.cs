using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Configuration
{
    /// <summary>
    /// Decides which configuration holds: <c>ulmedge.json</c>, and what of it is to be different, as asked for from afar and proved.
    /// </summary>
    /// <remarks>
    /// Invariant: at every moment, whatever write is cut, exactly one configuration holds: the trial that is under way, else the
    /// last good one, else the file. FORMAT.md beside this file says why.
    /// </remarks>
    public sealed class ConfigurationStore
    {
        private const string FileName = "ulmedge.json";

        private readonly ConfigurationSlots _slots;
        private readonly string[] _sensorNames;
        private readonly IFileStore _store;
        private uint _fileChecksum;
        private string _pseudonym;

        /// <summary>The store of a flash.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="sensorNames">Every name that a sensor can have in a configuration.</param>
        public ConfigurationStore(IFileStore store, string[] sensorNames)
        {
            _store = store;
            _slots = new ConfigurationSlots(store);
            _sensorNames = sensorNames;
        }

        /// <summary>Whether what holds is being tried.</summary>
        public bool IsOnTrial { get; private set; }

        /// <summary>Id of what was asked for last, or null.</summary>
        public string Id { get; private set; }

        /// <summary>Why that was returned from, one of <see cref="ReturnReason"/>, or 0.</summary>
        public int Why => _slots.Latest == null ? 0 : _slots.Latest.Why;

        /// <summary>Whether something was asked for, and holds now.</summary>
        public bool HasGood => _slots.Latest != null && _slots.Latest.Kind == ConfigurationKind.Good;

        /// <summary>Reads the file and the slots, and decides what holds in this boot. A trial is counted before it is used.</summary>
        /// <param name="pseudonym">The node's id if the file gives none.</param>
        /// <param name="mayTry">Whether a trial may go on; in safe mode it may not.</param>
        /// <param name="complaints">Takes what is wrong with the file.</param>
        public NodeConfiguration Choose(string pseudonym, bool mayTry, Complaints complaints)
        {
            _pseudonym = pseudonym;
            NodeConfiguration fromFile = FromFile(complaints);
            _slots.Read(_fileChecksum);
            NodeConfiguration chosen = TryTrial(mayTry);
            if (chosen == null && _slots.Good != null && Validate(_slots.Good.Text, out NodeConfiguration good, out string _) == null)
            {
                chosen = good;
            }

            Id = IdOf(_slots.Latest);
            return chosen ?? fromFile;
        }

        /// <summary>Looks at what is asked for.</summary>
        /// <param name="text">The message.</param>
        /// <param name="configuration">What would hold.</param>
        /// <param name="id">Its id, or null if it has no valid one.</param>
        /// <returns>Null, or what is wrong with it.</returns>
        public string Validate(byte[] text, out NodeConfiguration configuration, out string id)
        {
            Complaints complaints = new Complaints();
            configuration = FromFile(new Complaints());
            id = ConfigurationReader.ReadDesired(text, text.Length, configuration, complaints);
            DesiredRules.Apply(configuration, FromFile(new Complaints()), _sensorNames, complaints);
            return complaints.Count == 0 ? null : complaints.SentenceAt(0);
        }

        /// <summary>Whether just this was asked for last.</summary>
        public bool IsLatest(byte[] text)
        {
            return _slots.Latest != null && _slots.Latest.TextChecksum == Crc32.Compute(text, 0, text.Length);
        }

        /// <summary>Makes durable that a configuration is to be tried from the next boot on.</summary>
        public bool TryBegin(byte[] text)
        {
            return Write(ConfigurationKind.Trial, 0, 0, text);
        }

        /// <summary>Makes durable that a configuration holds without a trial, as it changes nothing.</summary>
        public bool TryTake(byte[] text, string id)
        {
            Id = id;
            return Write(ConfigurationKind.Good, 0, 0, text);
        }

        /// <summary>Makes durable that the trial has proved itself.</summary>
        public bool TryAccept()
        {
            bool isWritten = Write(ConfigurationKind.Good, _slots.Latest.Attempts, 0, _slots.Latest.Text);
            IsOnTrial &= !isWritten;
            return isWritten;
        }

        /// <summary>Makes durable that the trial did not prove itself; the last good one holds from the next boot on.</summary>
        public bool TryReturn(int why)
        {
            return Write(ConfigurationKind.Returned, _slots.Latest.Attempts, why, _slots.Latest.Text);
        }

        private NodeConfiguration TryTrial(bool mayTry)
        {
            ConfigurationSlot trial = _slots.Latest;
            if (trial == null || trial.Kind != ConfigurationKind.Trial)
            {
                return null;
            }

            if (!mayTry || trial.Attempts >= Limits.TrialBootsMax)
            {
                TryReturn(ReturnReason.Restarts);
                return null;
            }

            if (Validate(trial.Text, out NodeConfiguration configuration, out string _) != null)
            {
                TryReturn(ReturnReason.DoesNotFit);
                return null;
            }

            // What cannot be counted could be tried for ever.
            IsOnTrial = Write(ConfigurationKind.Trial, trial.Attempts + 1, 0, trial.Text);
            return IsOnTrial ? configuration : null;
        }

        // Read anew each time: it is seldom needed, and would take two kilobytes of memory.
        private NodeConfiguration FromFile(Complaints complaints)
        {
            byte[] file = new byte[Limits.ConfigurationBytesMax];
            StoreResult result = _store.Read(FileName, file, out int length);
            _fileChecksum = Crc32.Compute(file, 0, length);
            if (result == StoreResult.Done)
            {
                return ConfigurationReader.Read(file, length, _pseudonym, complaints);
            }

            complaints.Add("I:\\" + FileName + WhyNot(result) + "; all defaults are used, without a broker nothing is sent");
            return new NodeConfiguration(_pseudonym);
        }

        private static string WhyNot(StoreResult result)
        {
            switch (result)
            {
                case StoreResult.Missing: return " is missing";
                case StoreResult.TooLarge: return " is larger than " + Limits.ConfigurationBytesMax.ToString() + " bytes";
                default: return " cannot be read";
            }
        }

        private string IdOf(ConfigurationSlot slot)
        {
            return slot == null
                ? null
                : ConfigurationReader.ReadDesired(slot.Text, slot.Text.Length, new NodeConfiguration(_pseudonym), new Complaints());
        }

        private bool Write(int kind, int attempts, int why, byte[] text)
        {
            return _slots.Write(new ConfigurationSlot
            {
                Kind = kind,
                Attempts = attempts,
                Why = why,
                FileChecksum = _fileChecksum,
                Text = text,
            });
        }
    }
}
