namespace UlmEdge.Ports
{
    /// <summary>Takes note of what happens in the node; turning it into words is for the edge.</summary>
    public interface IEventLog
    {
        /// <summary>Notes one event.</summary>
        /// <param name="what">The kind.</param>
        /// <param name="detail">What the kind says it is: a number, a code, a count.</param>
        void Record(NodeEvent what, int detail);
    }
}
