namespace UlmEdge.Devices.Bme680
{
    /// <summary>Registers of the BME680 (datasheet BST-BME680-DS001 section 5.2).</summary>
    internal static class Bme680Register
    {
        /// <summary>Heater's correction, its range, and the error of the gas ranges: 0x00, 0x02, 0x04.</summary>
        public const byte HeaterCalibration = 0x00;

        /// <summary>Status, then pressure, temperature, humidity and gas up to 0x2B.</summary>
        public const byte Field = 0x1D;

        /// <summary>Target of the heater's first set point.</summary>
        public const byte HeaterTarget = 0x5A;

        /// <summary>Heating time of the first set point.</summary>
        public const byte HeaterTime = 0x64;

        /// <summary>Bit 3 switches the heater off.</summary>
        public const byte ControlGas0 = 0x70;

        /// <summary>Bit 4: measure gas. Bits 0 to 3: which set point.</summary>
        public const byte ControlGas1 = 0x71;

        /// <summary>Oversampling of humidity in bits 0 to 2.</summary>
        public const byte ControlHumidity = 0x72;

        /// <summary>Oversampling of temperature (bits 5 to 7) and pressure (bits 2 to 4), mode (bits 0 and 1).</summary>
        public const byte ControlMeasurement = 0x74;

        /// <summary>Filter in bits 2 to 4.</summary>
        public const byte Config = 0x75;

        /// <summary>First part of the calibration.</summary>
        public const byte Calibration1 = 0x8A;

        /// <summary>Chip identification: 0x61.</summary>
        public const byte Id = 0xD0;

        /// <summary>Takes 0xB6 for a reset.</summary>
        public const byte Reset = 0xE0;

        /// <summary>Second part of the calibration.</summary>
        public const byte Calibration2 = 0xE1;

        /// <summary>0 for a BME680, 1 for a BME688, whose gas registers are others.</summary>
        public const byte Variant = 0xF0;
    }
}
