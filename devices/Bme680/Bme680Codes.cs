namespace UlmEdge.Devices.Bme680
{
    /// <summary>What the data registers hold after a measurement (datasheet section 5.3.4 and 5.3.5).</summary>
    internal struct Bme680Codes
    {
        /// <summary>Bytes from <see cref="Bme680Register.Field"/>.</summary>
        public const int Bytes = 15;

        /// <summary>In the first byte: the data are new. It is not part of the data.</summary>
        public const byte NewData = 0x80;

        private const byte IsMeasuring = 0x60;
        private const byte GasIsValid = 0x20;
        private const byte HeaterIsStable = 0x10;
        private const int Empty20 = 0x80000;
        private const int Full20 = 0xFFFFF;
        private const int Empty16 = 0x8000;
        private const int Full16 = 0xFFFF;

        /// <summary>Pressure code, 20 bits.</summary>
        public int Pressure;

        /// <summary>Temperature code, 20 bits.</summary>
        public int Temperature;

        /// <summary>Humidity code, 16 bits.</summary>
        public int Humidity;

        /// <summary>Gas code, 10 bits.</summary>
        public int Gas;

        /// <summary>Range of the gas code, 0 to 15.</summary>
        public int GasRange;

        /// <summary>Whether gas was converted.</summary>
        public bool HasGas;

        /// <summary>Whether the plate had the temperature that it was told.</summary>
        public bool WasHot;

        /// <summary>From a burst read that began at <see cref="Bme680Register.Field"/>.</summary>
        public static Bme680Codes From(byte[] burst)
        {
            return new Bme680Codes
            {
                Pressure = (burst[2] << 12) | (burst[3] << 4) | (burst[4] >> 4),
                Temperature = (burst[5] << 12) | (burst[6] << 4) | (burst[7] >> 4),
                Humidity = (burst[8] << 8) | burst[9],
                Gas = (burst[13] << 2) | (burst[14] >> 6),
                GasRange = burst[14] & 0x0F,
                HasGas = (burst[14] & GasIsValid) != 0,
                WasHot = (burst[14] & HeaterIsStable) != 0,
            };
        }

        /// <summary>Whether a burst is that of a measurement which has ended.</summary>
        public static bool HasEnded(byte[] burst)
        {
            return (burst[0] & NewData) != 0 && (burst[0] & IsMeasuring) == 0;
        }

        /// <summary>Whether the temperature was converted.</summary>
        /// <remarks>0x80000 is also the code of one temperature: it is only certain to be empty when the pressure is, too.</remarks>
        public bool HasTemperature()
        {
            return !IsSignature20(Temperature) || (Temperature == Empty20 && HasPressure());
        }

        /// <summary>Whether the pressure was converted; the one pressure that has the code of an empty register is given up.</summary>
        public bool HasPressure()
        {
            return !IsSignature20(Pressure);
        }

        /// <summary>Whether the humidity was converted.</summary>
        public bool HasHumidity()
        {
            return Humidity != 0 && Humidity != Empty16 && Humidity != Full16;
        }

        private static bool IsSignature20(int code)
        {
            return code == 0 || code == Empty20 || code == Full20;
        }
    }
}
