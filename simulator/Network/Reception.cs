using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Network;

/// <summary>Accounts for what arrives from a street's nodes, sample by sample.</summary>
/// <remarks>
/// A sample is named by (node, epoch, number). Other streets may share the broker: only epochs that were announced by
/// <see cref="Expect"/> belong to this one. All members may be called from any thread.
/// </remarks>
public sealed class Reception
{
    // An epoch may begin, and its first batch arrive, before the board's loop comes round to announce it.
    private const int UnannouncedMax = 1000;

    private readonly Dictionary<(string Node, int Epoch), SampleSet> _expected = [];
    private readonly Dictionary<string, SampleMemory> _memories = [];
    private readonly Queue<ReceivedSample> _unannounced = new();
    private readonly Lock _gate = new();
    private int _received;
    private int _repeated;
    private int _malformed;
    private int _redelivered;

    /// <summary>Raised for each sample when it arrives for the first time.</summary>
    public event Action<ReceivedSample>? Received;

    /// <summary>Samples received, each counted once.</summary>
    public int ReceivedCount => Volatile.Read(ref _received);

    /// <summary>Samples that a backend has twice although it drops what has the same (node, epoch, number).</summary>
    public int RepeatedCount => Volatile.Read(ref _repeated);

    /// <summary>Arrivals of samples that were there already under the same number, as QoS 1 allows.</summary>
    public int RedeliveredCount => Volatile.Read(ref _redelivered);

    /// <summary>Messages of this street's nodes that did not keep the contract.</summary>
    public int MalformedCount => Volatile.Read(ref _malformed);

    /// <summary>What was wrong with the last such message.</summary>
    public string? LastFault { get; private set; }

    /// <summary>Announces an epoch of one of the street's nodes.</summary>
    public void Expect(string node, int epoch)
    {
        ReceivedSample[] early;
        lock (_gate)
        {
            _memories.TryAdd(node, new SampleMemory());
            early = _expected.TryAdd((node, epoch), new SampleSet())
                ? [.. _unannounced.Where(sample => sample.Node == node && sample.Epoch == epoch)]
                : [];
        }

        Take(early);
    }

    /// <summary>Takes the samples of one message.</summary>
    public void Take(IReadOnlyList<ReceivedSample> samples)
    {
        foreach (ReceivedSample sample in samples)
        {
            if (IsNew(sample))
            {
                Received?.Invoke(sample);
            }
        }
    }

    /// <summary>Takes note of a message that does not keep the contract.</summary>
    public void TakeFault(string node, string fault)
    {
        lock (_gate)
        {
            if (_expected.Keys.Any(key => key.Node == node))
            {
                _malformed++;
                LastFault = $"{node}: {fault}";
            }
        }
    }

    /// <summary>How many of a node's samples with numbers from first up to, not including, end have arrived.</summary>
    public int CountBetween(string node, int epoch, int first, int end)
    {
        lock (_gate)
        {
            return _expected.TryGetValue((node, epoch), out SampleSet? samples) ? samples.CountBetween(first, end) : 0;
        }
    }

    /// <summary>The ranges of a node's numbers from first up to, not including, end that have not arrived.</summary>
    public IReadOnlyList<(int First, int End)> GapsBetween(string node, int epoch, int first, int end)
    {
        lock (_gate)
        {
            return _expected.TryGetValue((node, epoch), out SampleSet? samples) ? samples.Gaps(first, end) : [(first, end)];
        }
    }

    private bool IsNew(ReceivedSample sample)
    {
        lock (_gate)
        {
            if (!_expected.TryGetValue((sample.Node, sample.Epoch), out SampleSet? samples))
            {
                KeepUnannounced(sample);
                return false;
            }

            if (sample.IsSummary)
            {
                return false; // The node's ledger says which samples became summaries; none of them arrives as it was.
            }

            SampleMemory memory = _memories[sample.Node];
            if (memory.Contradicts(sample))
            {
                _malformed++;
                LastFault = $"{sample.Node}: sample {sample.Epoch}.{sample.Number} arrived twice with different contents";
            }

            _repeated += memory.IsKnownOtherwise(sample) ? 1 : 0;
            memory.Add(sample);
            bool isNew = samples.Add(sample.Number);
            _received += isNew ? 1 : 0;
            _redelivered += isNew ? 0 : 1;
            return isNew;
        }
    }

    private void KeepUnannounced(ReceivedSample sample)
    {
        if (!_memories.ContainsKey(sample.Node))
        {
            return; // Another street's.
        }

        _unannounced.Enqueue(sample);
        if (_unannounced.Count > UnannouncedMax)
        {
            _unannounced.Dequeue();
        }
    }
}
