using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>The channels of a node: those of its sensors in their order, then those with values as they were measured.</summary>
    public sealed class ChannelList
    {
        private readonly int[] _channels = new int[Limits.ChannelsMax];
        private readonly int[] _sensorOf = new int[Limits.ChannelsMax];

        /// <summary>The channels of these sensors.</summary>
        public ChannelList(ISensor[] sensors)
        {
            for (int sensor = 0; sensor < sensors.Length; sensor++)
            {
                foreach (Quantity quantity in sensors[sensor].Quantities)
                {
                    Add(NextOf(quantity), sensor);
                }
            }

            MeasuredCount = Count;
        }

        /// <summary>Channels.</summary>
        public int Count { get; private set; }

        /// <summary>Channels that sensors deliver; they come first.</summary>
        public int MeasuredCount { get; }

        /// <summary>Whether there is room for one more.</summary>
        public bool HasRoom => Count < Limits.ChannelsMax;

        /// <summary>The channel at an index (see <see cref="Channel"/>).</summary>
        public int At(int index)
        {
            return _channels[index];
        }

        /// <summary>The sensor, by its place, that the channel at an index comes from.</summary>
        public int SensorOf(int index)
        {
            return _sensorOf[index];
        }

        /// <summary>The quantity of the channel at an index.</summary>
        public Quantity QuantityAt(int index)
        {
            return Channel.QuantityOf(_channels[index]);
        }

        /// <summary>The index of the measured channel with a name of the contract, or -1.</summary>
        public int IndexOf(string name)
        {
            for (int i = 0; i < MeasuredCount; i++)
            {
                if (Channel.NameOf(_channels[i]) == name)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>The index of a quantity among the channels of a sensor, or -1.</summary>
        public int IndexOf(int sensor, Quantity quantity)
        {
            for (int i = 0; i < MeasuredCount; i++)
            {
                if (_sensorOf[i] == sensor && QuantityAt(i) == quantity)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>Adds a channel for what is measured at another one; there is room.</summary>
        /// <returns>Its index.</returns>
        public int AddRawOf(int index)
        {
            Add(Channel.RawOf(_channels[index]), _sensorOf[index]);
            return Count - 1;
        }

        private int NextOf(Quantity quantity)
        {
            int instance = 0;
            for (int i = 0; i < Count; i++)
            {
                instance += QuantityAt(i) == quantity ? 1 : 0;
            }

            return Channel.Of(quantity, instance);
        }

        private void Add(int channel, int sensor)
        {
            _channels[Count] = channel;
            _sensorOf[Count] = sensor;
            Count++;
        }
    }
}
