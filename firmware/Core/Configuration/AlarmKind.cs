namespace UlmEdge.Core.Configuration
{
    /// <summary>What an alarm is raised by.</summary>
    public enum AlarmKind
    {
        /// <summary>A value above the threshold.</summary>
        Above,

        /// <summary>A value below the threshold.</summary>
        Below,

        /// <summary>A value that is so much more than the least of the time before.</summary>
        Rise,

        /// <summary>A value that is so much less than the greatest of the time before.</summary>
        Fall,
    }
}
