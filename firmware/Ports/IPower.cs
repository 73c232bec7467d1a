namespace UlmEdge.Ports
{
    /// <summary>The board's power, as far as software has it.</summary>
    public interface IPower
    {
        /// <summary>Restarts the board. Does not return on hardware; where it does, nothing more is to be done in this boot.</summary>
        void Reboot();
    }
}
