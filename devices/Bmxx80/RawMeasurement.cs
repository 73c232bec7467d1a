namespace UlmEdge.Devices.Bmxx80
{
    /// <summary>The data registers as they stand: 20 bits of pressure and temperature, 16 of humidity.</summary>
    internal struct RawMeasurement
    {
        /// <summary>What a data register holds when its quantity was never converted (datasheet section 5.4.7).</summary>
        public const int Empty20 = 0x80000;

        /// <summary>The same for humidity.</summary>
        public const int Empty16 = 0x8000;

        private const int Full20 = 0xFFFFF;
        private const int Full16 = 0xFFFF;

        /// <summary>Pressure code.</summary>
        public int Pressure;

        /// <summary>Temperature code.</summary>
        public int Temperature;

        /// <summary>Humidity code; <see cref="Empty16"/> for a BMP280.</summary>
        public int Humidity;

        /// <summary>From a burst read that began at <see cref="Bmx280Register.Data"/>.</summary>
        public static RawMeasurement From(byte[] burst, bool hasHumidity)
        {
            return new RawMeasurement
            {
                Pressure = (burst[0] << 12) | (burst[1] << 4) | (burst[2] >> 4),
                Temperature = (burst[3] << 12) | (burst[4] << 4) | (burst[5] >> 4),
                Humidity = hasHumidity ? (burst[6] << 8) | burst[7] : Empty16,
            };
        }

        /// <summary>Whether the temperature was converted.</summary>
        /// <remarks>
        /// 0x80000 is also the code of one temperature, near 26.5 °C with typical calibration: that it is empty is only
        /// certain when the pressure, which every conversion yields along with it, is empty too.
        /// </remarks>
        public bool HasTemperature()
        {
            return !IsSignature20(Temperature) || (Temperature == Empty20 && !IsSignature20(Pressure));
        }

        /// <summary>Whether a 20-bit code is one of those that no conversion yields: dead line, empty, floating line.</summary>
        public static bool IsSignature20(int code)
        {
            return code == 0 || code == Empty20 || code == Full20;
        }

        /// <summary>Whether a humidity code is one of those that no conversion yields.</summary>
        public static bool IsSignature16(int code)
        {
            return code == 0 || code == Empty16 || code == Full16;
        }

        /// <summary>Whether two measurements have the same codes throughout.</summary>
        public bool Equals(RawMeasurement other)
        {
            return Pressure == other.Pressure && Temperature == other.Temperature && Humidity == other.Humidity;
        }

        /// <summary>Whether nothing was converted since the last reset.</summary>
        public bool IsEmpty()
        {
            return Pressure == Empty20 && Temperature == Empty20 && Humidity == Empty16;
        }
    }
}
