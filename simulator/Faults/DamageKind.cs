namespace UlmEdge.Simulator.Faults;

/// <summary>What can happen to the files of a journal besides a power cut.</summary>
public enum DamageKind
{
    /// <summary>A few bits of a file are wrong.</summary>
    FlippedBits,

    /// <summary>A file has lost its end.</summary>
    Truncated,

    /// <summary>A file has garbage behind its end.</summary>
    Extended,

    /// <summary>A file holds random bytes.</summary>
    RandomFile,

    /// <summary>All files hold random bytes.</summary>
    RandomDirectory,

    /// <summary>Two files have changed places.</summary>
    Swapped,

    /// <summary>A file is there twice.</summary>
    Duplicated,

    /// <summary>A file has another name.</summary>
    Renamed,

    /// <summary>A file is gone.</summary>
    Deleted,

    /// <summary>Half of the files are gone.</summary>
    HalfDeleted,

    /// <summary>Files of another node lie among those of this one.</summary>
    OtherNode,

    /// <summary>All files are of another node.</summary>
    OnlyOtherNode,

    /// <summary>The slots are those of an earlier life of this node.</summary>
    OtherSlots,

    /// <summary>A file is of a format that this firmware does not know.</summary>
    OtherFormat,

    /// <summary>All files are of a format that this firmware does not know.</summary>
    OnlyOtherFormat,

    /// <summary>Several of these.</summary>
    Mixed,
}
