namespace UlmEdge.Ports
{
    /// <summary>The light on the board. What it says is decided in Core/Reporting.</summary>
    public interface IIndicator
    {
        /// <summary>Switches the light.</summary>
        void Set(bool lit);
    }
}
