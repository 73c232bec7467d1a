namespace UlmEdge.Ports
{
    /// <summary>What is measured, each as an integer in one named unit; numbers are in flash and never reused.</summary>
    public enum Quantity : byte
    {
        /// <summary>Air temperature in centi-degrees Celsius.</summary>
        Temperature = 0,

        /// <summary>Relative humidity in hundredths of a per cent.</summary>
        RelativeHumidity = 1,

        /// <summary>Air pressure at the sensor, not reduced to sea level, in pascal.</summary>
        Pressure = 2,

        /// <summary>Particles up to 1 µm in tenths of a microgram per cubic metre.</summary>
        Pm1 = 3,

        /// <summary>Particles up to 2.5 µm in tenths of a microgram per cubic metre.</summary>
        Pm25 = 4,

        /// <summary>Particles up to 4 µm in tenths of a microgram per cubic metre.</summary>
        Pm4 = 5,

        /// <summary>Particles up to 10 µm in tenths of a microgram per cubic metre.</summary>
        Pm10 = 6,

        /// <summary>Carbon dioxide in parts per million.</summary>
        CarbonDioxide = 7,

        /// <summary>Resistance of a metal oxide layer in ohm: the lower, the more gases that can be oxidised.</summary>
        GasResistance = 8,

        /// <summary>Index of volatile organic compounds, 1 to 500 in tenths; 100 is the average of the last day.</summary>
        VocIndex = 9,

        /// <summary>Index of nitrogen oxides, 1 to 500 in tenths; 1 is the average of the last day.</summary>
        NoxIndex = 10,

        /// <summary>Equivalent continuous sound level, A-weighted, in tenths of a decibel.</summary>
        SoundLevel = 11,

        /// <summary>Least sound level, A-weighted, in tenths of a decibel.</summary>
        SoundLevelMin = 12,

        /// <summary>Greatest sound level, A-weighted, in tenths of a decibel.</summary>
        SoundLevelMax = 13,

        /// <summary>Rain since the reading before, in micrometres.</summary>
        Rain = 14,

        /// <summary>Wind, mean since the reading before, in centimetres a second.</summary>
        WindSpeed = 15,

        /// <summary>Wind, greatest of the short means that were seen since the reading before, in centimetres a second.</summary>
        WindGust = 16,

        /// <summary>Voltage of the battery in millivolts.</summary>
        BatteryVoltage = 17,
    }
}
