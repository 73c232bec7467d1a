using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>What a journal was given and has promised, in plain memory, to compare with what it keeps.</summary>
/// <remarks>Copies are cheap, for there are thousands in a second: two arrays by sample number, and a short list of boots.</remarks>
public sealed class JournalModel
{
    /// <summary>The most channels of a sample; they are numbered from 0.</summary>
    public const int ChannelsMax = 3;

    /// <summary>The reason of a channel that a sample does not have.</summary>
    public const byte NoChannel = 254;

    private PromisedSample[] _samples = new PromisedSample[256];
    private int[] _values = new int[256 * ChannelsMax];
    private byte[] _reasons = new byte[256 * ChannelsMax];
    private List<PromisedBoot> _boots = [];
    private List<(int First, int End)> _told = [];

    /// <summary>Samples below this number were given to the journal, or their numbers were left out.</summary>
    public int Count { get; private set; }

    /// <summary>Samples below this number are durable: the journal has said so.</summary>
    public int Durable { get; private set; }

    /// <summary>The epoch, or 0 before the first boot.</summary>
    public int Epoch { get; private set; }

    /// <summary>Whether the power went when a flash that takes no writes had let its oldest segment go, and could not say why.</summary>
    public bool LostCause { get; set; }

    /// <summary>The boots so far.</summary>
    public IReadOnlyList<PromisedBoot> Boots => _boots;

    /// <summary>The number of the last boot, or 0.</summary>
    public int LastBoot => _boots.Count > 0 ? _boots[^1].Boot : 0;

    /// <summary>What is known of a sample.</summary>
    public PromisedSample this[int sample] => _samples[sample];

    /// <summary>A value of a sample; meaningless where there is a reason.</summary>
    public int Value(int sample, int channel) => _values[(sample * ChannelsMax) + channel];

    /// <summary>Why a value is missing, or 0.</summary>
    public byte Reason(int sample, int channel) => _reasons[(sample * ChannelsMax) + channel];

    /// <summary>A boot has begun: what is not in flash by now never was.</summary>
    public void Opened(Journal journal, long offsetSeconds)
    {
        Epoch = journal.Epoch;
        Count = journal.NextSample;
        Durable = journal.NextSample;
        _told.Clear();
        _boots.Add(new PromisedBoot(journal.Boot, offsetSeconds, false, 0));
        Reserve(Count);
    }

    /// <summary>A batch is about to be appended: from now on it may be there.</summary>
    public void Appending(Batch batch)
    {
        Reserve(batch.EndSample);
        for (int row = 0; row < batch.RowCount; row++)
        {
            int sample = batch.FirstSample + row;
            _samples[sample] = new PromisedSample(batch.TimesSeconds[row], batch.Boot, batch.TimesAreUnix, SampleFate.None);
            for (int channel = 0; channel < ChannelsMax; channel++)
            {
                bool has = channel < batch.ChannelCount;
                _values[(sample * ChannelsMax) + channel] = has ? batch.Values[batch.CellAt(row, channel)] : 0;
                _reasons[(sample * ChannelsMax) + channel] = has ? batch.Reasons[batch.CellAt(row, channel)] : NoChannel;
            }
        }

        Count = Math.Max(Count, batch.EndSample);
    }

    /// <summary>A batch was appended: if the journal took it, it must be there, and so must be all that it was told.</summary>
    public void Appended(Batch batch, bool isDurable)
    {
        if (isDurable)
        {
            Durable = batch.EndSample;
            SettleTold();
        }
    }

    /// <summary>A batch that the flash refused is given up.</summary>
    public void Dropped(Batch batch) => Tell(batch.FirstSample, batch.EndSample, SampleFate.Dropped);

    /// <summary>A batch is about to be acknowledged: from now on it may be gone.</summary>
    public void Acknowledging(int first, int end)
    {
        for (int sample = first; sample < end; sample++)
        {
            _samples[sample] = _samples[sample] with { Fate = _samples[sample].Fate | SampleFate.Acknowledged };
        }
    }

    /// <summary>The journal took note of an acknowledgement.</summary>
    public void Acknowledged(int first, int end) => _told.Add((first, end));

    /// <summary>The clock of this boot is about to be appended.</summary>
    public void ClockAppending() => _boots[^1] = _boots[^1] with { IsOffered = true };

    /// <summary>The clock of this boot was appended.</summary>
    public void ClockAppended(bool isDurable)
    {
        if (isDurable)
        {
            _boots[^1] = _boots[^1] with { DatedUpTo = Durable };
            SettleTold();
        }
    }

    /// <summary>A model that goes its own way from here.</summary>
    public JournalModel Copy() => new()
    {
        Count = Count,
        Durable = Durable,
        Epoch = Epoch,
        LostCause = LostCause,
        _samples = _samples.AsSpan(0, Count).ToArray(),
        _values = _values.AsSpan(0, Count * ChannelsMax).ToArray(),
        _reasons = _reasons.AsSpan(0, Count * ChannelsMax).ToArray(),
        _boots = [.. _boots],
        _told = [.. _told],
    };

    private void Tell(int first, int end, SampleFate fate)
    {
        for (int sample = first; sample < end; sample++)
        {
            _samples[sample] = _samples[sample] with { Fate = fate };
        }

        _told.Add((first, end));
    }

    private void SettleTold()
    {
        foreach ((int first, int end) in _told)
        {
            for (int sample = first; sample < end; sample++)
            {
                _samples[sample] = _samples[sample] with { Fate = _samples[sample].Fate | SampleFate.Settled };
            }
        }

        _told.Clear();
    }

    private void Reserve(int count)
    {
        if (count > _samples.Length)
        {
            int size = Math.Max(count, _samples.Length * 2);
            Array.Resize(ref _samples, size);
            Array.Resize(ref _values, size * ChannelsMax);
            Array.Resize(ref _reasons, size * ChannelsMax);
        }
    }
}
