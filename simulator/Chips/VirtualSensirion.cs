namespace UlmEdge.Simulator.Chips;

/// <summary>A chip that speaks Sensirion's protocol: commands of two bytes, words with checksums, a time for each command.</summary>
/// <remarks>What it does not acknowledge it has not seen; what the datasheet does not allow is a violation, too.</remarks>
public abstract class VirtualSensirion : II2cChip, IVirtualChip
{
    private readonly List<ChipViolation> _violations = [];
    private readonly int _startMs;
    private byte[]? _answer;
    private long _readyUs;
    private bool _isExcused;
    private bool _isStarting;

    /// <summary>A chip that has been on for long.</summary>
    /// <param name="startMs">How long it takes after power-on until it answers.</param>
    protected VirtualSensirion(int startMs) => _startMs = startMs;

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => _violations;

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <summary>Whether it measures by itself.</summary>
    protected bool IsMeasuring { get; set; }

    /// <summary>Whether its measurements never end.</summary>
    protected bool IsFrozen { get; private set; }

    /// <summary>The chip and its chapter, for violations.</summary>
    protected abstract string Section { get; }

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
        _isExcused = _answer != null;
        _answer = null;
        IsMeasuring = false;
        _readyUs = uptimeUs + (1000L * _startMs);
        _isStarting = true;
        Restarted(uptimeUs);
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs) => IsFrozen = true;

    /// <inheritdoc/>
    public void Recover(long uptimeUs) => IsFrozen = false;

    /// <inheritdoc/>
    public bool Write(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        if (!IsPlugged)
        {
            return false;
        }

        if (uptimeUs < _readyUs)
        {
            return !_isStarting && Refuse(uptimeUs, -1, "a command while the one before is executed");
        }

        if (bytes.Length < 2)
        {
            return bytes.Length == 0 || Refuse(uptimeUs, bytes[0], "half a command");
        }

        _isStarting = false;
        int code = (bytes[0] << 8) | bytes[1];
        if (Find(code) is not { } command)
        {
            return Refuse(uptimeUs, code, $"an unknown command 0x{code:X4}");
        }

        return TryTakeArguments(uptimeUs, code, command, bytes[2..], out ushort[] arguments)
            && ((IsMeasuring ? command.WhenMeasuring : command.WhenIdle)
                ? Execute(uptimeUs, command, arguments)
                : Refuse(uptimeUs, code, $"{command.Name} while it {(IsMeasuring ? "measures" : "is idle")}"));
    }

    /// <inheritdoc/>
    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        if (!IsPlugged)
        {
            return false;
        }

        if (_answer is not { } answer)
        {
            return !_isExcused && Refuse(uptimeUs, -1, "a read without a command that has an answer");
        }

        if (uptimeUs < _readyUs)
        {
            return Refuse(uptimeUs, -1, "a read before the command was executed");
        }

        if (buffer.Length > answer.Length || buffer.Length % 3 != 0)
        {
            Refuse(uptimeUs, -1, $"a read of {buffer.Length} bytes where the answer has {answer.Length}");
        }

        buffer.Fill(0xFF);
        answer.AsSpan(0, Math.Min(answer.Length, buffer.Length)).CopyTo(buffer);
        _answer = null;
        return true;
    }

    /// <summary>The command of a code, or null.</summary>
    protected abstract SensirionCommand? Find(int code);

    /// <summary>The chip has lost what it was told.</summary>
    protected virtual void Restarted(long uptimeUs)
    {
    }

    /// <summary>Takes note of what the datasheet does not allow; the chip does not acknowledge it.</summary>
    protected bool Refuse(long uptimeUs, int code, string sentence)
    {
        _violations.Add(new ChipViolation(uptimeUs, code, sentence, Section));
        return false;
    }

    private bool TryTakeArguments(long uptimeUs, int code, SensirionCommand command, ReadOnlySpan<byte> bytes, out ushort[] arguments)
    {
        arguments = new ushort[command.Arguments];
        if (bytes.Length != 3 * command.Arguments)
        {
            return Refuse(uptimeUs, code, $"{command.Name} with {bytes.Length} bytes of arguments");
        }

        for (int i = 0; i < command.Arguments; i++)
        {
            ReadOnlySpan<byte> word = bytes.Slice(3 * i, 3);
            if (SensirionWords.Checksum(word[..2]) != word[2])
            {
                return Refuse(uptimeUs, code, $"{command.Name} with a wrong checksum");
            }

            arguments[i] = (ushort)((word[0] << 8) | word[1]);
        }

        return true;
    }

    private bool Execute(long uptimeUs, SensirionCommand command, ushort[] arguments)
    {
        _isExcused = false;
        _answer = command.Execute(uptimeUs, arguments) is { } words ? SensirionWords.Of(words) : null;
        _readyUs = uptimeUs + (1000L * command.ExecutionMs);
        return true;
    }
}
