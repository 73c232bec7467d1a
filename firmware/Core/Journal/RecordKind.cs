namespace UlmEdge.Core.Journal
{
    /// <summary>What stands at a place of a segment.</summary>
    public enum RecordKind
    {
        /// <summary>Nothing that could be a record.</summary>
        None,

        /// <summary>The beginning of what may be a record, whose end was not read.</summary>
        Incomplete,

        /// <summary>Samples.</summary>
        Batch,

        /// <summary>A boot's clock offset.</summary>
        Clock,
    }
}
