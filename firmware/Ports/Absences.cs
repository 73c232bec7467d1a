namespace UlmEdge.Ports
{
    /// <summary>The bounds of <see cref="Absence"/> in flash and on the wire.</summary>
    public static class Absences
    {
        /// <summary>The largest reason a batch can carry: four bits, of which 0 is "not due" and 15 a value that is doubtful.</summary>
        public const int Max = 14;
    }
}
