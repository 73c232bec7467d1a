namespace UlmEdge.Simulator.Chips;

// What the master reads: BME280 4, 5.4 and 6.2.2, BMP280 3.9, 4.3 and 5.2.2.
public abstract partial class VirtualBmx280
{
    private const int StatusMeasuring = 0b1000;
    private const int StatusImageUpdate = 0b0001;
    private const int ModeBits = 0b11;

    /// <inheritdoc/>
    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        if (!IsPlugged)
        {
            return false;
        }

        _engine.AdvanceTo(uptimeUs);
        if (_pointer is not { } register)
        {
            Violate(uptimeUs, -1, "a read before any register was named", _type.ReadSection);
            buffer.Clear();
            return true;
        }

        if (_isPointerFresh)
        {
            JudgeRead(uptimeUs, register, buffer.Length);
        }

        foreach (ref var value in buffer)
        {
            value = ReadRegister(uptimeUs, register++);
        }

        _pointer = register;
        _isPointerFresh = false;
        return true;
    }

    /// <summary>Notes what is wrong with a read whose first register the master has just named.</summary>
    /// <remarks>
    /// A read that goes on where the last one ended is not judged: on a disturbed bus the write that named its register
    /// got lost, and the chip cannot know.
    /// </remarks>
    private void JudgeRead(long uptimeUs, byte first, int count)
    {
        var isEarly = false;
        for (var i = 0; i < count; i++)
        {
            var register = (byte)(first + i);
            isEarly |= Bmx280Registers.IsData(register) && _engine.IsFirstDue(uptimeUs);
            if (!Exists(register))
            {
                Violate(uptimeUs, register, $"a read of unknown register 0x{register:X2}", _type.MemoryMapSection);
            }
        }

        if (isEarly)
        {
            Violate(uptimeUs, first, "data read before the first conversion has ended", _type.DataSection);
        }
    }

    private bool Exists(byte register) =>
        Bmx280Registers.IsKnown(register) && (_type.HasHumidity || !Bmx280Registers.IsHumidityOnly(register));

    private byte ReadRegister(long uptimeUs, byte register)
    {
        const byte nothing = 0;
        return !Exists(register) ? nothing : register switch
        {
            <= Bmx280Registers.CalibrationLast => _calibration[register - Bmx280Registers.CalibrationFirst],
            Bmx280Registers.Id => _id,
            Bmx280Registers.Reset => nothing, // BME280 5.4.2: whatever was written
            <= Bmx280Registers.HumidityCalibrationLast =>
                _humidityCalibration[register - Bmx280Registers.HumidityCalibrationFirst],
            Bmx280Registers.CtrlHum => _ctrlHum,
            Bmx280Registers.Status => Status(uptimeUs),
            Bmx280Registers.CtrlMeas => (byte)((_ctrlMeas & ~ModeBits) | _engine.Mode),
            Bmx280Registers.Config => _config,
            _ => _engine.Data.Register(register - Bmx280Registers.DataFirst),
        };
    }

    private byte Status(long uptimeUs) => (byte)(
        (_engine.IsMeasuring(uptimeUs) ? StatusMeasuring : 0)
        | (_engine.IsStartingUp(uptimeUs) ? StatusImageUpdate : 0));
}
