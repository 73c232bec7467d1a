using UlmEdge.Ports;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Keeps what was asked for from afar in two files; the one with the last good configuration is never written.</summary>
    internal sealed class ConfigurationSlots
    {
        private readonly IFileStore _store;
        private int _goodIndex = -1;
        private uint _sequence;

        /// <summary>The slots of a flash.</summary>
        public ConfigurationSlots(IFileStore store)
        {
            _store = store;
        }

        /// <summary>The last good one, or null.</summary>
        public ConfigurationSlot Good { get; private set; }

        /// <summary>The latest one, whatever became of it, or null.</summary>
        public ConfigurationSlot Latest { get; private set; }

        /// <summary>Reads the slots. What goes to another <c>ulmedge.json</c> is as if it were not there.</summary>
        public void Read(uint fileChecksum)
        {
            byte[] buffer = new byte[ConfigurationSlot.BytesMax];
            for (int i = 0; i < 2; i++)
            {
                ConfigurationSlot slot = new ConfigurationSlot();
                if (_store.Read(NameOf(i), buffer, out int length) != StoreResult.Done || !slot.TryRead(buffer, length))
                {
                    continue;
                }

                _sequence = slot.Sequence > _sequence ? slot.Sequence : _sequence;
                if (slot.FileChecksum != fileChecksum)
                {
                    continue;
                }

                Latest = Latest == null || slot.Sequence > Latest.Sequence ? slot : Latest;
                if (slot.Kind == ConfigurationKind.Good && (Good == null || slot.Sequence > Good.Sequence))
                {
                    Good = slot;
                    _goodIndex = i;
                }
            }
        }

        /// <summary>Makes a slot durable, in the place that does not hold the last good one.</summary>
        /// <returns>False if the flash refuses.</returns>
        public bool Write(ConfigurationSlot slot)
        {
            byte[] buffer = new byte[ConfigurationSlot.BytesMax];
            int index = _goodIndex == 0 ? 1 : 0;
            slot.Sequence = _sequence + 1;
            if (_store.Write(NameOf(index), buffer, slot.Write(buffer)) != StoreResult.Done)
            {
                return false;
            }

            _sequence++;
            Latest = slot;
            if (slot.Kind == ConfigurationKind.Good)
            {
                Good = slot;
                _goodIndex = index;
            }

            return true;
        }

        private static string NameOf(int index)
        {
            return index == 0 ? "config.0" : "config.1";
        }
    }
}
