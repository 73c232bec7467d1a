namespace UlmEdge.Core.Configuration
{
    /// <summary>A value or a change of a channel that does not wait for its batch, and how closely it is followed.</summary>
    public sealed class AlarmSettings
    {
        /// <summary>The channel's name in the contract.</summary>
        public string Channel;

        /// <summary>What it is raised by.</summary>
        public AlarmKind Kind;

        /// <summary>The threshold or the change, in thousandths of the channel's unit.</summary>
        public int Thousandths;

        /// <summary>The time in which a change counts. Default 600.</summary>
        public int WithinSeconds = 600;

        /// <summary>Seconds between two samples while it lasts, or 0 for the usual interval.</summary>
        public int SampleSeconds;
    }
}
