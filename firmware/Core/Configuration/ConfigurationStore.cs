using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Which configuration a boot uses: what was sent and is good or on trial, else what the node was provisioned with.</summary>
    /// <remarks>
    /// A trial counts its boots before it is used, and is given back by the third; a flash that cannot count has it given back
    /// at once. Whatever stands in the slots, and whenever the power goes, exactly one configuration comes out.
    /// </remarks>
    public sealed class ConfigurationStore
    {
        private readonly ConfigurationSlots _slots;
        private readonly ConfigurationSlot[] _read = new ConfigurationSlot[2];
        private int _current = -1;

        /// <summary>Decides, and counts the boot of a trial.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="provisioned">What <c>ulmedge.json</c> says.</param>
        public ConfigurationStore(IFileStore store, NodeConfiguration provisioned)
        {
            _slots = new ConfigurationSlots(store);
            Provisioned = provisioned;
            Configuration = provisioned;
            _read[0] = _slots.Read(0);
            _read[1] = _slots.Read(1);
            Kind = ConfigurationKind.Provisioned;
            int newest = Newest();
            if (newest >= 0)
            {
                Decide(newest);
            }
        }

        /// <summary>What the node was provisioned with.</summary>
        public NodeConfiguration Provisioned { get; }

        /// <summary>What this boot uses.</summary>
        public NodeConfiguration Configuration { get; private set; }

        /// <summary>What became of what was sent last: one of <see cref="ConfigurationKind"/>.</summary>
        public int Kind { get; private set; }

        /// <summary>The id of what was sent last, or null.</summary>
        public string Id { get; private set; }

        /// <summary>Why it was given back.</summary>
        public string Why { get; private set; } = string.Empty;

        /// <summary>The checksum of what was sent last; meaningless without any.</summary>
        public uint Checksum { get; private set; }

        /// <summary>Stores what was sent, to be tried by the next boot.</summary>
        /// <returns>False if the flash refuses.</returns>
        public bool TryBeginTrial(byte[] text)
        {
            ConfigurationSlot trial = new ConfigurationSlot
            {
                Kind = ConfigurationKind.Trial, Text = text, Length = text.Length, Checksum = Crc32.Compute(text, 0, text.Length),
            };
            return Write(trial);
        }

        /// <summary>What is on trial has proved itself.</summary>
        /// <returns>False if the flash refuses: it is tried again.</returns>
        public bool TryAccept()
        {
            ConfigurationSlot slot = _read[_current];
            slot.Kind = ConfigurationKind.Good;
            if (!Write(slot))
            {
                slot.Kind = ConfigurationKind.Trial;
                return false;
            }

            Kind = ConfigurationKind.Good;
            return true;
        }

        /// <summary>What is on trial has not proved itself: the next boot uses what was good before.</summary>
        /// <remarks>If the flash refuses, the boots of the trial are counted all the same.</remarks>
        public void GiveBack(string why)
        {
            ConfigurationSlot slot = _read[_current];
            slot.Kind = ConfigurationKind.Returned;
            slot.Why = why;
            Write(slot);
            Kind = ConfigurationKind.Returned;
            Why = why;
        }

        private int Newest()
        {
            bool hasFirst = _read[0].IsSound;
            bool hasSecond = _read[1].IsSound;
            return hasSecond && (!hasFirst || _read[1].Sequence > _read[0].Sequence) ? 1 : hasFirst ? 0 : -1;
        }

        private void Decide(int newest)
        {
            ConfigurationSlot slot = _read[newest];
            _current = newest;
            NodeConfiguration sent = Read(slot, out string id);
            Id = id;
            Checksum = slot.Checksum;
            Kind = slot.Kind;
            Why = slot.Why;
            if (slot.Kind == ConfigurationKind.Trial && !TryCount(slot))
            {
                GiveBack("the node died while it tried it");
            }

            bool isUsed = Kind == ConfigurationKind.Good || Kind == ConfigurationKind.Trial;
            ConfigurationSlot other = _read[1 - newest];
            NodeConfiguration before = other.IsSound && other.Kind == ConfigurationKind.Good ? Read(other, out string _) : null;
            Configuration = (isUsed ? sent : before) ?? Provisioned;
        }

        private bool TryCount(ConfigurationSlot slot)
        {
            slot.Attempts++;
            return slot.Attempts <= Limits.ConfigurationAttemptsMax && Write(slot);
        }

        // Null if this firmware finds fault with it, as another one may not have.
        private NodeConfiguration Read(ConfigurationSlot slot, out string id)
        {
            Complaints complaints = new Complaints();
            NodeConfiguration read = ConfigurationReader.ReadDesired(slot.Text, slot.Length, Provisioned, complaints, out id);
            return complaints.Count == 0 ? read : null;
        }

        // Into the slot that does not hold the last good one.
        private bool Write(ConfigurationSlot what)
        {
            int newest = Newest();
            int good = newest >= 0 && _read[newest].IsSound && IsGood(newest, what) ? newest
                : newest >= 0 && IsGood(1 - newest, what) ? 1 - newest
                : -1;
            int slot = good >= 0 ? 1 - good : newest >= 0 ? newest : 0;
            what.Sequence = (newest >= 0 ? _read[newest].Sequence : 0) + 1;
            if (!_slots.Write(slot, what))
            {
                return false;
            }

            what.IsSound = true;
            _read[slot] = what;
            return true;
        }

        private bool IsGood(int slot, ConfigurationSlot what)
        {
            return _read[slot].IsSound && _read[slot] != what && _read[slot].Kind == ConfigurationKind.Good;
        }
    }
}
