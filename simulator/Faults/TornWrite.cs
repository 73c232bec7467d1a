namespace UlmEdge.Simulator.Faults;

/// <summary>What a power cut, or a refusal, in the middle of a flash operation can leave behind.</summary>
/// <remarks>
/// littlefs commits at close, in one step, but a new file exists empty as soon as it is opened (nf-interpreter:
/// targets/ESP32/_littlefs). FAT on a card can leave the length without the data, or a part of them.
/// </remarks>
public enum TornWrite
{
    /// <summary>Nothing happened.</summary>
    Nothing,

    /// <summary>A new file exists and is empty; a file being replaced is empty; an append has done nothing.</summary>
    Emptied,

    /// <summary>A part of the bytes arrived, never all.</summary>
    Prefix,

    /// <summary>The length is right; after a part of the bytes stands what stood there before, or anything.</summary>
    Garbage,

    /// <summary>Everything was done, but nobody was told.</summary>
    DoneUntold,
}
