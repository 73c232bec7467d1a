namespace UlmEdge.Simulator.Chips;

// What the master writes and reads: sections 5.2, 5.3 and 6.2.
public sealed partial class VirtualBme680
{
    private const int Status = 0x1D, PressureData = 0x1F, TemperatureData = 0x22, HumidityData = 0x25, GasData = 0x2A, DataLast = 0x2B;
    private const int HeaterTarget = 0x5A, HeaterTime = 0x64, ControlGas0 = 0x70, ControlGas1 = 0x71, ControlHumidity = 0x72;
    private const int ControlMeasurement = 0x74, Config = 0x75, Id = 0xD0, Reset = 0xE0, VariantId = 0xF0;

    /// <inheritdoc/>
    public bool Write(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        if (!IsPlugged)
        {
            return false;
        }

        AdvanceTo(uptimeUs);
        if (bytes.Length > 1 && bytes.Length % 2 != 0)
        {
            Violate(uptimeUs, bytes[^1], "a write of several bytes ends without a value", "6.2.1");
        }

        for (var i = 0; i < bytes.Length; i += 2)
        {
            _pointer = bytes[i];
            if (i + 1 < bytes.Length)
            {
                WriteRegister(uptimeUs, bytes[i], bytes[i + 1]);
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        if (!IsPlugged)
        {
            return false;
        }

        AdvanceTo(uptimeUs);
        if (_pointer is not { } first)
        {
            Violate(uptimeUs, -1, "a read before any register was named", "6.2.2");
            buffer.Clear();
            return true;
        }

        if (_isStarting && uptimeUs < _readyUs)
        {
            Violate(uptimeUs, first, "a read while it starts after a reset", "table 1");
        }

        JudgeRead(uptimeUs, first, buffer.Length);
        for (var i = 0; i < buffer.Length; i++)
        {
            var register = (byte)(first + i);
            buffer[i] = register == VariantId ? Variant : _registers[register];
        }

        _pointer = (byte)(first + buffer.Length);
        return true;
    }

    private static bool IsReadable(int register) => register
        is <= 0x04 or (>= Status and <= DataLast) or (>= 0x50 and <= 0x6D) or (>= ControlGas0 and <= Config)
        or (>= 0x8A and <= 0xA1) or Id or (>= Reset and <= VariantId);

    private static bool IsWritable(int register) => register
        is (>= 0x50 and <= 0x6D) or (>= ControlGas0 and <= ControlHumidity) or ControlMeasurement or Config;

    private void JudgeRead(long uptimeUs, int first, int count)
    {
        var registers = Enumerable.Range(first, count).ToArray();
        foreach (var register in registers.Where(register => !IsReadable(register)))
        {
            Violate(uptimeUs, register, $"a read of unknown register 0x{register:X2}", "5.2");
        }

        if (IsMeasuring && !_isFrozen && registers.Any(register => register is >= PressureData and <= DataLast))
        {
            Violate(uptimeUs, first, "data read before the measurement has ended", "5.3.1");
        }
    }

    private void WriteRegister(long uptimeUs, int register, byte value)
    {
        if (register == Reset)
        {
            WriteReset(uptimeUs, value);
        }
        else if (!IsWritable(register))
        {
            Violate(uptimeUs, register, $"a write to {(IsReadable(register) ? "read-only" : "unknown")} register 0x{register:X2}", "5.2");
        }
        else if (IsMeasuring && !_isFrozen)
        {
            Violate(uptimeUs, register, $"a write to register 0x{register:X2} while it measures", "3.1");
        }
        else if (!IsMeasuring)
        {
            _registers[register] = value;
            if (register == ControlMeasurement)
            {
                Start(uptimeUs);
            }
        }
    }

    private void WriteReset(long uptimeUs, byte value)
    {
        if (value != 0xB6)
        {
            Violate(uptimeUs, Reset, $"a reset with 0x{value:X2} instead of 0xB6", "5.3.1");
            return;
        }

        ResetByItself(uptimeUs);
        _readyUs = uptimeUs + StartUpUs;
        _isStarting = true;
    }

    private void Start(long uptimeUs)
    {
        if ((_registers[ControlMeasurement] & 3) > 1)
        {
            Violate(uptimeUs, ControlMeasurement, "a mode that is neither sleep nor forced", "3.1");
            _registers[ControlMeasurement] &= 0xFC;
            return;
        }

        if (!IsMeasuring)
        {
            return;
        }

        var setPoint = _registers[ControlGas1] & 0x0F;
        if ((_registers[ControlGas1] & 0x10) != 0)
        {
            JudgeHeater(uptimeUs, setPoint);
        }

        _startUs = uptimeUs;
        _dueUs = uptimeUs + ConversionUs() + GasUs();
        _registers[Status] = Measuring;
    }

    private void JudgeHeater(long uptimeUs, int setPoint)
    {
        if (setPoint > 9)
        {
            Violate(uptimeUs, ControlGas1, "a set point that does not exist", "5.3.3");
        }
        else if ((_registers[ControlGas0] & 0x08) != 0 || HeatUs(setPoint) == 0)
        {
            Violate(uptimeUs, HeaterTime + setPoint, "gas measured without heating", "3.3.3");
        }
        else if (_element.PlateCelsius(_registers[HeaterTarget + setPoint], airAt(uptimeUs).TemperatureCelsius) > 400)
        {
            Violate(uptimeUs, HeaterTarget + setPoint, "a plate of more than 400 °C", "3.3.5");
        }
    }

    private void Violate(long uptimeUs, int register, string sentence, string section) =>
        _violations.Add(new ChipViolation(uptimeUs, register, sentence, "BME680 " + section));
}
