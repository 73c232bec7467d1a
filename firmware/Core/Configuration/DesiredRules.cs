namespace UlmEdge.Core.Configuration
{
    /// <summary>What must hold of a configuration that was asked for from afar, beyond each field by itself.</summary>
    internal static class DesiredRules
    {
        /// <summary>
        /// Gives brokers the credentials that <c>ulmedge.json</c> has for their hosts: no other host ever gets them, and nobody can
        /// take the encryption away from one that has it.
        /// </summary>
        public static void Apply(NodeConfiguration desired, NodeConfiguration file, string[] sensorNames, Complaints complaints)
        {
            if (desired.Brokers.Length == 0 && file.Brokers.Length > 0)
            {
                complaints.Add("brokers is empty; without a broker nobody could change that again");
            }

            for (int i = 0; i < desired.Brokers.Length && desired.Brokers != file.Brokers; i++)
            {
                ApplyTo(desired.Brokers[i], file, complaints);
            }

            for (int i = 0; i < desired.Sensors.Length && desired.Sensors != file.Sensors; i++)
            {
                if (!Holds(sensorNames, desired.Sensors[i]))
                {
                    complaints.Add("sensors has \"" + desired.Sensors[i] + "\", which this firmware does not know");
                }
            }
        }

        private static void ApplyTo(BrokerSettings broker, NodeConfiguration file, Complaints complaints)
        {
            bool isKnown = false;
            bool mayBePlain = false;
            foreach (BrokerSettings known in file.Brokers)
            {
                if (known.Host == broker.Host)
                {
                    broker.User = isKnown ? broker.User : known.User;
                    broker.Password = isKnown ? broker.Password : known.Password;
                    isKnown = true;
                    mayBePlain |= !known.IsEncrypted;
                }
            }

            if (!broker.IsEncrypted && !mayBePlain)
            {
                complaints.Add("brokers.tls is false; only ulmedge.json can say that a broker is used without TLS");
            }
        }

        private static bool Holds(string[] names, string name)
        {
            foreach (string each in names)
            {
                if (each == name)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
