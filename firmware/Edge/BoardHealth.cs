using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>What the platform knows of the board.</summary>
    public sealed class BoardHealth : IBoardHealth
    {
        /// <inheritdoc/>
        public int FreeHeapBytes => (int)(long)nanoFramework.Runtime.Native.GC.Run(false);

        /// <summary>Unknown: the platform tells the level of a signal as the result of a scan only, which interrupts the link.</summary>
        public int RadioDecibelMilliwatts => int.MinValue;
    }
}
