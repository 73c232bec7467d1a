namespace UlmEdge.Simulator.Network;

/// <summary>Accounts for what arrives from a street's nodes, sample by sample.</summary>
/// <remarks>
/// A sample is named by (node, epoch, number). Other streets may share the broker: only epochs that were announced by
/// <see cref="Expect"/> belong to this one. All members may be called from any thread.
/// </remarks>
public sealed class Reception
{
    private readonly Dictionary<(string Node, int Epoch), SampleSet> _expected = [];
    private readonly Lock _gate = new();
    private int _received;
    private int _repeated;
    private int _malformed;

    /// <summary>Raised for each sample when it arrives for the first time.</summary>
    public event Action<ReceivedSample>? Received;

    /// <summary>Samples received, each counted once.</summary>
    public int ReceivedCount => Volatile.Read(ref _received);

    /// <summary>Arrivals of samples that were there already.</summary>
    public int RepeatedCount => Volatile.Read(ref _repeated);

    /// <summary>Messages of this street's nodes that did not keep the contract.</summary>
    public int MalformedCount => Volatile.Read(ref _malformed);

    /// <summary>What was wrong with the last such message.</summary>
    public string? LastFault { get; private set; }

    /// <summary>Announces an epoch of one of the street's nodes.</summary>
    public void Expect(string node, int epoch)
    {
        lock (_gate)
        {
            _expected.TryAdd((node, epoch), new SampleSet());
        }
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

    private bool IsNew(ReceivedSample sample)
    {
        lock (_gate)
        {
            if (!_expected.TryGetValue((sample.Node, sample.Epoch), out SampleSet? samples))
            {
                return false;
            }

            bool isNew = samples.Add(sample.Number);
            _received += isNew ? 1 : 0;
            _repeated += isNew ? 0 : 1;
            return isNew;
        }
    }
}
