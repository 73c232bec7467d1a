using System.Globalization;
using UlmEdge.App.Boards;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Board;

/// <summary>Puts on a board's pins what its configuration says is fitted: virtual parts that all see the same weather.</summary>
/// <param name="board">The board, whose pins decide where things hang.</param>
/// <param name="seed">Decides how parts of one kind differ.</param>
/// <param name="airAt">The air at a time in microseconds since the start of the world.</param>
/// <param name="streetAt">What else there is in the street then.</param>
public sealed class StationParts(BoardFacts board, ulong seed, Func<long, AirState> airAt, Func<long, StreetState> streetAt)
{
    private const int BoschAddress = 0x76;
    private const int SerialPort = 2;
    private const int OneWirePort = 3;

    private readonly HashSet<int> _addresses = [];

    /// <summary>The wiring of these sensors, named as in a configuration; what the firmware does not know is not there.</summary>
    public Wiring Fit(IEnumerable<string> sensors)
    {
        Wiring wiring = new();
        foreach (string sensor in sensors)
        {
            if (Part(wiring, sensor) is { } part)
            {
                wiring.Chips.Add(part);
            }
        }

        return wiring;
    }

    private IVirtualChip? Part(Wiring wiring, string sensor)
    {
        string[] words = sensor.Split('@');
        int? asked = words.Length > 1 && int.TryParse(words[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int address)
            ? address
            : null;
        ulong own = SeededNumbers.Derive(seed, sensor);
        return words[0] switch
        {
            "bme280" => OnBus(wiring, asked ?? Free(), new VirtualBme280(FactoryCalibration.Draw(own), airAt)),
            "bmp280" => OnBus(wiring, asked ?? Free(), new VirtualBmp280(FactoryCalibration.Draw(own), airAt)),
            "bme680" => OnBus(wiring, asked ?? Free(), new VirtualBme680(GasPart.Draw(own), airAt, streetAt)),
            "sht4x" => OnBus(wiring, asked ?? 0x44, new VirtualSht4x((uint)own, airAt)),
            "tmp117" => OnBus(wiring, asked ?? 0x48, new VirtualTmp117(0x0117, airAt)),
            "scd4x" => OnBus(wiring, 0x62, new VirtualScd4x(own & 0xFFFF_FFFF_FFFF, airAt, streetAt)),
            "dnms" => OnBus(wiring, 0x55, new VirtualDnms("DNMS Teensy 4 V2", streetAt)),
            "sps30" => OnBus(wiring, 0x69, new VirtualSps30($"{own:X16}", streetAt)),
            "sen50" or "sen54" or "sen55" => OnBus(wiring, 0x69, new VirtualSen5x(words[0].ToUpperInvariant(), airAt, streetAt)),
            _ => AtPin(wiring, words[0], own),
        };
    }

    private IVirtualChip? AtPin(Wiring wiring, string sensor, ulong own)
    {
        switch (sensor)
        {
            case "sds011": return AtPort(wiring, SerialPort, new VirtualSds011((ushort)own, streetAt));
            case "pms5003":
            case "pms7003": return AtPort(wiring, SerialPort, new VirtualPms(streetAt));
            case "ds18b20": return AtPort(wiring, OneWirePort, new VirtualDs18b20(own & 0xFFFF_FFFF_FFFF, airAt) { Family = 0x28 });
            case "battery":
                VirtualBattery battery = new(streetAt);
                wiring.Voltages[board.BatteryChannel] = battery.VoltsAt;
                return battery;
            case "rain": return AtContact(wiring, board.RainPin, new VirtualRainGauge(streetAt));
            case "wind": return AtContact(wiring, board.WindPin, new VirtualAnemometer(streetAt));
            default: return null;
        }
    }

    private static T AtPort<T>(Wiring wiring, int port, T chip)
        where T : IVirtualChip, ISerialChip
    {
        wiring.Lines[port] = new SerialLine(chip);
        return chip;
    }

    private static T AtContact<T>(Wiring wiring, int pin, T contact)
        where T : IVirtualChip, IPulseSource
    {
        wiring.Contacts[pin] = contact;
        return contact;
    }

    // Breakout boards of Bosch's chips have a bridge for the other address.
    private int Free() => _addresses.Contains(BoschAddress) ? BoschAddress + 1 : BoschAddress;

    private T OnBus<T>(Wiring wiring, int address, T chip)
        where T : IVirtualChip, II2cChip
    {
        wiring.Bus.Attach(address, chip);
        _addresses.Add(address);
        return chip;
    }
}
