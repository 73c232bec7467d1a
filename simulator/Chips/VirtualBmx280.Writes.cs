namespace UlmEdge.Simulator.Chips;

// What the master writes: BME280 5.4 and 6.2.1, BMP280 4.3 and 5.2.1.
public abstract partial class VirtualBmx280
{
    private const byte ConfigBits = 0b1111_1101; // bit 1 is not used
    private const byte CtrlHumBits = 0b0000_0111;

    /// <inheritdoc/>
    public bool Write(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        if (!IsPlugged)
        {
            return false;
        }

        _engine.AdvanceTo(uptimeUs);
        if (bytes.Length > 1 && bytes.Length % 2 != 0)
        {
            Violate(uptimeUs, bytes[^1], "a write of several bytes ends without a value", _type.WriteSection);
        }

        // Pairs of register and value, without auto-increment; a lone register is named for a read.
        for (var i = 0; i < bytes.Length; i += 2)
        {
            _pointer = bytes[i];
            _isPointerFresh = true;
            if (i + 1 < bytes.Length)
            {
                WriteRegister(uptimeUs, bytes[i], bytes[i + 1]);
            }
        }

        return true;
    }

    private void WriteRegister(long uptimeUs, byte register, byte value)
    {
        switch (register)
        {
            case Bmx280Registers.Reset:
                WriteReset(uptimeUs, value);
                break;
            case Bmx280Registers.CtrlHum when _type.HasHumidity:
                _ctrlHum = (byte)(value & CtrlHumBits); // effective with the next write to ctrl_meas: BME280 5.4.3
                break;
            case Bmx280Registers.CtrlMeas:
                WriteCtrlMeas(uptimeUs, value);
                break;
            case Bmx280Registers.Config:
                WriteConfig(uptimeUs, value);
                break;
            default:
                var kind = Exists(register) ? "read-only" : "unknown";
                Violate(uptimeUs, register, $"a write to {kind} register 0x{register:X2}", _type.MemoryMapSection);
                break;
        }
    }

    private void WriteReset(long uptimeUs, byte value)
    {
        if (value == Bmx280Registers.ResetCommand)
        {
            ResetByItself(uptimeUs);
            return;
        }

        Violate(uptimeUs, Bmx280Registers.Reset, $"a reset with 0x{value:X2} instead of 0xB6", _type.ResetSection);
    }

    private void WriteCtrlMeas(long uptimeUs, byte value)
    {
        var settings = new MeasurementSettings(_ctrlHum, value, _config, _type.StandbysUs);
        if (_engine.Command(uptimeUs, settings))
        {
            _ctrlMeas = value;
            return;
        }

        const string sentence = "a write to ctrl_meas while an earlier one waits for the conversion to end";
        Violate(uptimeUs, Bmx280Registers.CtrlMeas, sentence, _type.ModesSection);
    }

    private void WriteConfig(long uptimeUs, byte value)
    {
        if (_engine.Mode == ConversionEngine.Normal)
        {
            Violate(uptimeUs, Bmx280Registers.Config, "a write to config in normal mode", _type.ConfigSection);
            return;
        }

        _config = (byte)(value & ConfigBits);
        _engine.Configure(_config);
    }
}
