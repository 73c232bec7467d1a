namespace UlmEdge.Core.Commands
{
    /// <summary>A command as it was read: its id, and the fields that commands have.</summary>
    public sealed class Command
    {
        /// <summary>The id under which it is answered, or null if it has no valid one.</summary>
        public string Id;

        /// <summary>An epoch, or -1.</summary>
        public int Epoch;

        /// <summary>First sample of a range, or -1.</summary>
        public int First;

        /// <summary>One after the last sample of a range, or -1.</summary>
        public int End;

        /// <summary>A sample number of <c>stored</c>, or -1.</summary>
        public int Sequence;

        /// <summary>A number of seconds, or -1.</summary>
        public int Seconds;

        /// <summary>A Unix second up to which something holds, or -1.</summary>
        public long Until;

        /// <summary>The Unix second at which it was asked for, or -1.</summary>
        public long At;

        /// <summary>What is wrong with it, or null.</summary>
        public string Fault;
    }
}
