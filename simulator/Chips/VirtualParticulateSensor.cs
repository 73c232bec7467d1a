using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>What sensors of particulates with a fan and a serial line have in common: they send by themselves, and can sleep.</summary>
/// <remarks>In the first seconds of the fan the air in it stands: they count too little.</remarks>
public abstract class VirtualParticulateSensor : ISerialChip
{
    /// <summary>Bits a second of the line.</summary>
    protected const int BaudRate = 9_600;

    private const double StartSeconds = 0.8;

    private readonly List<ChipViolation> _violations = [];
    private readonly Queue<SerialFrame> _answers = new();
    private readonly Func<long, StreetState> _streetAt;
    private long _startedUs;
    private long _nextUs;
    private bool _isWorking = true;

    /// <summary>A part that was switched on at time 0.</summary>
    protected VirtualParticulateSensor(Func<long, StreetState> streetAt)
    {
        _streetAt = streetAt;
        _nextUs = PeriodUs;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => _violations;

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <summary>Seconds that fan and laser ran, up to the last time they were put to sleep.</summary>
    public double RunSeconds { get; private set; }

    /// <summary>Whether it no longer measures.</summary>
    protected bool IsFrozen { get; private set; }

    /// <summary>Whether it sends by itself.</summary>
    protected bool IsReporting { get; set; } = true;

    /// <summary>From one frame to the next.</summary>
    protected abstract long PeriodUs { get; }

    /// <inheritdoc/>
    public void Unplug() => IsPlugged = false;

    /// <inheritdoc/>
    public void Plug(long uptimeUs)
    {
        IsPlugged = true;
        IsFrozen = false;
        ResetByItself(uptimeUs);
    }

    /// <inheritdoc/>
    public void ResetByItself(long uptimeUs)
    {
        _answers.Clear();
        IsReporting = true;
        _isWorking = false;
        Work(uptimeUs);
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs) => IsFrozen = true;

    /// <inheritdoc/>
    public void Recover(long uptimeUs) => IsFrozen = false;

    /// <inheritdoc/>
    public void Receive(long uptimeUs, int baudRate, ReadOnlySpan<byte> bytes)
    {
        if (!IsPlugged)
        {
            return;
        }

        if (baudRate != BaudRate)
        {
            Violate(uptimeUs, $"bytes at {baudRate} baud");
            return;
        }

        Obey(uptimeUs, bytes);
    }

    /// <inheritdoc/>
    public bool TrySend(long uptimeUs, out SerialFrame frame)
    {
        frame = default;
        if (!IsPlugged)
        {
            _nextUs = Math.Max(_nextUs, uptimeUs);
            return false;
        }

        if (_answers.TryPeek(out frame) && frame.StartUs <= uptimeUs)
        {
            _answers.Dequeue();
            return true;
        }

        if (!_isWorking || !IsReporting || _nextUs > uptimeUs)
        {
            return false;
        }

        // What was sent while nobody listened is as good as never sent.
        _nextUs = Math.Max(_nextUs, uptimeUs - (10 * PeriodUs));
        double share = 1 - Math.Exp(-(_nextUs - _startedUs) / 1e6 / StartSeconds);
        byte[]? bytes = Frame(_streetAt(uptimeUs), share);
        frame = new SerialFrame(_nextUs, BaudRate, bytes ?? []);
        _nextUs += PeriodUs;
        return bytes != null || TrySend(uptimeUs, out frame);
    }

    /// <summary>Does what the master has sent.</summary>
    protected abstract void Obey(long uptimeUs, ReadOnlySpan<byte> bytes);

    /// <summary>A frame of values, or null if it sends none.</summary>
    protected abstract byte[]? Frame(StreetState street, double share);

    /// <summary>Sends an answer.</summary>
    protected void Answer(long uptimeUs, byte[] bytes) => _answers.Enqueue(new SerialFrame(uptimeUs + 25_000, BaudRate, bytes));

    /// <summary>Fan and laser start, unless they run.</summary>
    protected void Work(long uptimeUs)
    {
        if (!_isWorking)
        {
            _isWorking = true;
            _startedUs = uptimeUs;
            _nextUs = uptimeUs + PeriodUs;
        }
    }

    /// <summary>Fan and laser stop.</summary>
    protected void Sleep(long uptimeUs)
    {
        RunSeconds += _isWorking ? (uptimeUs - _startedUs) / 1e6 : 0;
        _isWorking = false;
    }

    /// <summary>Takes note of what the datasheet does not allow.</summary>
    protected void Violate(long uptimeUs, string sentence) => _violations.Add(new ChipViolation(uptimeUs, -1, sentence, Section));

    /// <summary>The document, for violations.</summary>
    protected abstract string Section { get; }
}
