using System.Device.I2c;

namespace UlmEdge.Simulator.Chips;

/// <summary>One I2C bus: chips at addresses, and everything that can go wrong between them and the master.</summary>
/// <remarks>
/// Results are those of the ESP32 port: a transfer is whole or nothing, no failure throws, and when nobody answers the
/// read buffer stays as it was.
/// </remarks>
public sealed class I2cBus
{
    private const int AddressMax = 0x7F;
    private readonly SortedDictionary<int, II2cChip> _chips = [];
    private readonly Dictionary<int, int> _selectedRegisters = [];
    private readonly List<BitFlip> _bitFlips = [];
    private long _lastUptimeUs;
    private int _naksLeft;

    /// <summary>The state of the lines.</summary>
    public BusCondition Condition { get; set; }

    /// <summary>The violations of all chips that are attached now.</summary>
    public IEnumerable<ChipViolation> Violations => _chips.Values.SelectMany(chip => chip.Violations);

    /// <summary>Puts a chip at a seven-bit address, in place of what was there.</summary>
    public void Attach(int address, II2cChip chip)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(address);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address, AddressMax);
        _chips[address] = chip;
    }

    /// <summary>Takes away what is at an address.</summary>
    public void Detach(int address) => _chips.Remove(address);

    /// <summary>The next transfers, whoever they are for, find no acknowledge.</summary>
    public void NakNext(int transfers) => _naksLeft = transfers;

    /// <summary>Flips one bit, once: in the next transfer that reads so many bytes.</summary>
    /// <param name="byteIndex">Place of the byte in the read buffer, from 0.</param>
    /// <param name="bit">0 is the least significant.</param>
    public void FlipBitOnce(int byteIndex, int bit) => _bitFlips.Add(new BitFlip(null, byteIndex, bit));

    /// <summary>Flips one bit, once: the next time the register of the chip at the address is read.</summary>
    public void FlipBitOnce(int address, byte register, int bit) => _bitFlips.Add(new BitFlip(address, register, bit));

    /// <summary>One transaction: start, write, repeated start and read if both are given, stop.</summary>
    /// <param name="uptimeUs">Microseconds since the supply came on; must not go backwards.</param>
    /// <param name="address">Seven-bit address.</param>
    /// <param name="write">Bytes to write; may be empty.</param>
    /// <param name="read">Takes what the chip sends; left as it was when nobody answers.</param>
    /// <param name="bytesTransferred">All bytes, or 0.</param>
    public I2cTransferStatus Transfer(
        long uptimeUs, int address, ReadOnlySpan<byte> write, Span<byte> read, out int bytesTransferred)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(uptimeUs, _lastUptimeUs);
        _lastUptimeUs = uptimeUs;
        var status = Exchange(uptimeUs, address, write, read);
        bytesTransferred = status == I2cTransferStatus.FullTransfer ? write.Length + read.Length : 0;
        return status;
    }

    private I2cTransferStatus Exchange(long uptimeUs, int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        switch (Condition)
        {
            case BusCondition.ClockLow:
                return I2cTransferStatus.ClockStretchTimeout;
            case BusCondition.DataLow:
                read.Clear();
                return I2cTransferStatus.FullTransfer;
            case BusCondition.DataHigh:
                read.Fill(0xFF);
                return I2cTransferStatus.FullTransfer;
            default:
                return Answer(uptimeUs, address, write, read)
                    ? I2cTransferStatus.FullTransfer
                    : I2cTransferStatus.SlaveAddressNotAcknowledged;
        }
    }

    private bool Answer(long uptimeUs, int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (_naksLeft > 0)
        {
            _naksLeft--;
            return false;
        }

        if (!_chips.TryGetValue(address, out var chip))
        {
            return false;
        }

        if ((!write.IsEmpty || read.IsEmpty) && !chip.Write(uptimeUs, write))
        {
            return false;
        }

        if (!write.IsEmpty)
        {
            _selectedRegisters[address] = write[0];
        }

        return read.IsEmpty || ReadFrom(chip, uptimeUs, address, read);
    }

    private bool ReadFrom(II2cChip chip, long uptimeUs, int address, Span<byte> read)
    {
        if (!chip.Read(uptimeUs, read))
        {
            return false;
        }

        var firstRegister = _selectedRegisters.GetValueOrDefault(address);
        for (var i = _bitFlips.Count - 1; i >= 0; i--)
        {
            var flip = _bitFlips[i];
            if (flip.Address is null || flip.Address == address)
            {
                var index = flip.Address is null ? flip.Position : flip.Position - firstRegister;
                if (index >= 0 && index < read.Length)
                {
                    read[index] ^= (byte)(1 << flip.Bit);
                    _bitFlips.RemoveAt(i);
                }
            }
        }

        return true;
    }

    /// <param name="Address">The chip, or null for whichever is read next.</param>
    /// <param name="Position">Register of that chip, or place in the buffer.</param>
    /// <param name="Bit">0 is the least significant.</param>
    private readonly record struct BitFlip(int? Address, int Position, int Bit);
}
