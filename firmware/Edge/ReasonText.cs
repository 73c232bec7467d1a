using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>Reasons in words; an enum's own text would be a number on the board.</summary>
    public static class ReasonText
    {
        /// <summary>A few words for a reason.</summary>
        public static string Of(Absence reason)
        {
            switch (reason)
            {
                case Absence.None: return "there is one";
                case Absence.NotPresent: return "nobody answers, is it plugged in?";
                case Absence.NoAnswer: return "the sensor does not deliver";
                case Absence.BadTransfer: return "the transfer was damaged";
                case Absence.OutOfRange: return "outside the sensor's range";
                case Absence.Implausible: return "it cannot be true";
                case Absence.WarmingUp: return "the sensor is warming up";
                case Absence.BusStuck: return "a bus line hangs";
                case Absence.WrongChip: return "another chip answers";
                case Absence.Restarted: return "the sensor restarted";
                case Absence.Frozen: return "the sensor no longer converts";
                case Absence.LeftOut: return "left out, safe mode";
                default: return "reason " + ((int)reason).ToString();
            }
        }
    }
}
