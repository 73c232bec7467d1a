namespace UlmEdge.Core.Configuration
{
    /// <summary>When a sensor is sampled, if not with all the others.</summary>
    public sealed class IntervalSettings
    {
        /// <summary>The sensor's name, as the configuration has it in its list of sensors.</summary>
        public string Sensor;

        /// <summary>Seconds between two of its samples, or 0 for the interval of all.</summary>
        public int Seconds;

        /// <summary>By how many seconds it is later than the others.</summary>
        public int PhaseSeconds;

        /// <summary>The settings of a sensor, or null.</summary>
        public static IntervalSettings Of(IntervalSettings[] all, string sensor)
        {
            foreach (IntervalSettings each in all)
            {
                if (each.Sensor == sensor)
                {
                    return each;
                }
            }

            return null;
        }
    }
}
