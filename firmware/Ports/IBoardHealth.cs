namespace UlmEdge.Ports
{
    /// <summary>How the board itself fares. Asked now and then, for reports and for what to do without.</summary>
    public interface IBoardHealth
    {
        /// <summary>Free bytes of the heap on which the node lives, or <see cref="int.MinValue"/> where unknown.</summary>
        /// <remarks>May collect garbage, which takes some tens of milliseconds.</remarks>
        int FreeHeapBytes { get; }

        /// <summary>Level of the access point's signal in dBm, or <see cref="int.MinValue"/> where unknown.</summary>
        int RadioDecibelMilliwatts { get; }
    }
}
