namespace UlmEdge.Core.Commands
{
    /// <summary>What came of a command: the <c>rc</c> of its answer.</summary>
    /// <remarks>The numbers are part of the contract: they are never reused.</remarks>
    public static class CommandResult
    {
        /// <summary>It is done, or has begun.</summary>
        public const int Done = 0;

        /// <summary>It is not JSON, or a field is wrong.</summary>
        public const int Malformed = 1;

        /// <summary>There is no such command.</summary>
        public const int Unknown = 2;

        /// <summary>Not now: another one is being done.</summary>
        public const int Busy = 3;

        /// <summary>What it asks for is not there.</summary>
        public const int NotThere = 4;

        /// <summary>It was asked for too long ago, or is dated in the future.</summary>
        public const int Stale = 5;

        /// <summary>Too many have come: it can be sent again, with the same id.</summary>
        public const int TooMany = 6;
    }
}
