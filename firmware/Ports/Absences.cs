namespace UlmEdge.Ports
{
    /// <summary>The bounds of <see cref="Absence"/> in flash and on the wire.</summary>
    public static class Absences
    {
        /// <summary>The largest reason a batch can carry: four bits in its record, 0 is "not due".</summary>
        public const int Max = 15;
    }
}
