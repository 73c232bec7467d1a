using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>
    /// A channel is one quantity of one sensor, as a number: quantity + 32 × instance, where the instance counts the
    /// sensors of a node that measure the same quantity. It means the same in every batch, whatever the configuration.
    /// Beside a value that was corrected by a calibration, a channel of its own has it as it was measured.
    /// </summary>
    public static class Channel
    {
        /// <summary>Sensors of one node that can measure the same quantity.</summary>
        public const int InstancesMax = 4;

        private const int InstanceStep = 32;
        private const int RawStep = InstanceStep * InstancesMax;

        /// <summary>The channel of an instance of a quantity.</summary>
        public static int Of(Quantity quantity, int instance)
        {
            return (int)quantity + (InstanceStep * instance);
        }

        /// <summary>The quantity of a channel.</summary>
        public static Quantity QuantityOf(int channel)
        {
            return (Quantity)(channel % InstanceStep);
        }

        /// <summary>The instance of a channel, from 0; that of a raw one is the instance that it belongs to.</summary>
        public static int InstanceOf(int channel)
        {
            return GroupOf(channel) % InstancesMax;
        }

        /// <summary>The place of a channel's mask in a batch: instances first, then their raw values.</summary>
        public static int GroupOf(int channel)
        {
            return channel / InstanceStep;
        }

        /// <summary>The channel that has the values as they were measured.</summary>
        public static int RawOf(int channel)
        {
            return channel + RawStep;
        }

        /// <summary>Whether a channel has values as they were measured, beside those that were corrected.</summary>
        public static bool IsRaw(int channel)
        {
            return channel >= RawStep;
        }

        /// <summary>
        /// The SenML name: <c>temp</c>, then <c>temp2</c> for the second thermometer; <c>pm10</c>, then <c>pm10-2</c>; with
        /// <c>.raw</c> as it was measured.
        /// </summary>
        public static string NameOf(int channel)
        {
            string name = Quantities.NameOf(QuantityOf(channel));
            int instance = InstanceOf(channel);
            if (instance > 0)
            {
                char last = name[name.Length - 1];
                name += (last >= '0' && last <= '9' ? "-" : string.Empty) + (instance + 1).ToString();
            }

            return IsRaw(channel) ? name + ".raw" : name;
        }
    }
}
