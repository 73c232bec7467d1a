using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>
    /// A channel is one quantity of one sensor, as a number: quantity + 32 × instance, where the instance counts the
    /// sensors of a node that measure the same quantity. It means the same in every batch, whatever the configuration.
    /// </summary>
    public static class Channel
    {
        /// <summary>Sensors of one node that can measure the same quantity.</summary>
        public const int InstancesMax = 8;

        private const int InstanceStep = 32;

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

        /// <summary>The instance of a channel, from 0.</summary>
        public static int InstanceOf(int channel)
        {
            return channel / InstanceStep;
        }

        /// <summary>The SenML name: <c>temp</c>, then <c>temp2</c> for the second thermometer; <c>pm10</c>, then <c>pm10-2</c>.</summary>
        public static string NameOf(int channel)
        {
            string name = Quantities.NameOf(QuantityOf(channel));
            int instance = InstanceOf(channel);
            if (instance == 0)
            {
                return name;
            }

            char last = name[name.Length - 1];
            string between = last >= '0' && last <= '9' ? "-" : string.Empty;
            return name + between + (instance + 1).ToString();
        }
    }
}
