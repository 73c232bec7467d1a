using UlmEdge.Simulator.Nano;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Routes pins to peripherals.</summary>
public static class Configuration
{
    // Inputs of the converters (device kind 5): all that have no output stage are one.
    private const int AnalogKind = 5;

    // Of the ESP32's GPIO numbers these have no output stage (34 to 39) or do not exist
    // (SOC_GPIO_VALID_OUTPUT_GPIO_MASK).
    private static readonly int[] NoOutput = [24, 28, 29, 30, 31, 34, 35, 36, 37, 38, 39];

    /// <summary>Routes a pin.</summary>
    /// <exception cref="ArgumentException">The pin cannot be an output, and all lines but a converter's are.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        bool isInput = (int)value >> 16 == AnalogKind && pin >= 34;
        if (pin < 0 || pin > 39 || (NoOutput.Contains(pin) && !isInput))
        {
            throw new ArgumentException();
        }

        HostBoard.Current.SetPinFunction(pin, (int)value);
    }
}
