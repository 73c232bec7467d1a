using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Which samples of a journal stand in records that damage has left as they were, under whatever segment's name.</summary>
/// <remarks>A sample can stand in several, when it was given again or summed up: then it counts only if all of them are left.</remarks>
public sealed class IntactRecords
{
    private readonly bool[] _found;
    private readonly bool[] _missed;

    /// <summary>Looks for the records of a journal in its damaged files.</summary>
    public IntactRecords(
        SimulatedFlash sound, IReadOnlyDictionary<string, StoredRecord[]> records, SimulatedFlash damaged, int count)
    {
        _found = new bool[count];
        _missed = new bool[count];
        byte[][] changed = [.. damaged.Files
            .Where(file => FoundEpochs.IsSegment(file.Key) && !IsUntouched(sound, file.Key, file.Value))
            .Select(file => file.Value)];
        foreach ((string name, StoredRecord[] stored) in records)
        {
            byte[] content = sound.Files[name];
            bool isUntouched = damaged.Files.TryGetValue(name, out byte[]? now) && ReferenceEquals(now, content);
            foreach (StoredRecord record in stored)
            {
                if (record.EndSample > record.FirstSample)
                {
                    Mark(record, isUntouched || changed.Any(file => Holds(file, content, record)));
                }
            }
        }
    }

    /// <summary>One after the last sample of them all.</summary>
    public int EndSample { get; private set; }

    /// <summary>Whether a sample stands in one.</summary>
    public bool Has(int sample) => sample < _found.Length && _found[sample] && !_missed[sample];

    private static bool IsUntouched(SimulatedFlash sound, string name, byte[] content) =>
        sound.Files.TryGetValue(name, out byte[]? was) && ReferenceEquals(was, content);

    private static bool Holds(byte[] file, byte[] content, StoredRecord record)
    {
        int at = file.AsSpan().IndexOf(content.AsSpan(record.Offset, record.Length));
        return at >= 0 && at + record.Length <= SimulatedFlash.BlockBytes;
    }

    private void Mark(StoredRecord record, bool isIntact)
    {
        EndSample = isIntact ? Math.Max(EndSample, record.EndSample) : EndSample;
        for (int sample = record.FirstSample; sample < Math.Min(record.EndSample, _found.Length); sample++)
        {
            (isIntact ? _found : _missed)[sample] = true;
        }
    }
}
