using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>How the counts of missing readings are called in a report.</summary>
    internal static class AbsenceNames
    {
        private const int PrefixLength = 9;

        /// <summary>The reason in one word; part of the telemetry contract.</summary>
        public static string WordOf(Absence reason)
        {
            return Of(reason).Substring(PrefixLength);
        }

        /// <summary>The SenML name; part of the telemetry contract.</summary>
        public static string Of(Absence reason)
        {
            switch (reason)
            {
                case Absence.NotPresent: return "readings.notpresent";
                case Absence.NoAnswer: return "readings.noanswer";
                case Absence.BadTransfer: return "readings.badtransfer";
                case Absence.OutOfRange: return "readings.outofrange";
                case Absence.Implausible: return "readings.implausible";
                case Absence.WarmingUp: return "readings.warmingup";
                case Absence.BusStuck: return "readings.busstuck";
                case Absence.WrongChip: return "readings.wrongchip";
                case Absence.Restarted: return "readings.restarted";
                case Absence.Frozen: return "readings.frozen";
                case Absence.LeftOut: return "readings.leftout";
                default: return null;
            }
        }
    }
}
