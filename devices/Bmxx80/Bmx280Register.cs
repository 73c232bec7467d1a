namespace UlmEdge.Devices.Bmxx80
{
    /// <summary>Registers that the binding looks at itself (BME280 datasheet BST-BME280-DS002 section 5.3; BMP280 alike).</summary>
    internal static class Bmx280Register
    {
        /// <summary>Chip identification: 0x60 BME280, 0x58 BMP280.</summary>
        public const byte Id = 0xD0;

        /// <summary>Oversampling of humidity in bits 0 to 2; BME280 only.</summary>
        public const byte ControlHumidity = 0xF2;

        /// <summary>Bit 3: a conversion is running. Bit 0: calibration is being copied after a reset.</summary>
        public const byte Status = 0xF3;

        /// <summary>Oversampling of temperature (bits 5 to 7) and pressure (bits 2 to 4), mode (bits 0 and 1).</summary>
        public const byte ControlMeasurement = 0xF4;

        /// <summary>Filter in bits 2 to 4, standby time in bits 5 to 7.</summary>
        public const byte Config = 0xF5;

        /// <summary>Pressure (3 bytes), temperature (3 bytes), humidity (2 bytes; BME280 only).</summary>
        public const byte Data = 0xF7;
    }
}
