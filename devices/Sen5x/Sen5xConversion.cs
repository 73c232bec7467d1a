using UlmEdge.Ports;

namespace UlmEdge.Devices.Sen5x
{
    /// <summary>From the chip's words to integers in named units (SEN5x datasheet section 6.1.4).</summary>
    public static class Sen5xConversion
    {
        private const int Unknown = 0xFFFF;
        private const int UnknownSigned = 0x7FFF;
        private const int MicrogramTenthsMax = 10_000;
        private const int IndexTenthsMin = 10;
        private const int IndexTenthsMax = 5_000;

        /// <summary>Tenths of a microgram per cubic metre: the word itself; the chip measures up to 1000 µg/m³.</summary>
        public static Reading Particulates(int word)
        {
            return word == Unknown ? Reading.Missing(Absence.WarmingUp)
                : word > MicrogramTenthsMax ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of(word);
        }

        /// <summary>Hundredths of a per cent: the word itself.</summary>
        public static Reading Humidity(int word)
        {
            return word == UnknownSigned ? Reading.Missing(Absence.WarmingUp)
                : word > 10_000 ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of(word);
        }

        /// <summary>Centi-degrees Celsius: the word, with a sign, divided by two.</summary>
        public static Reading Temperature(int word)
        {
            if (word == UnknownSigned)
            {
                return Reading.Missing(Absence.WarmingUp);
            }

            int halves = word >= 0x8000 ? word - 0x10000 : word;
            int value = (halves >= 0 ? halves + 1 : halves - 1) / 2;
            return value < -4_000 || value > 8_500 ? Reading.Missing(Absence.OutOfRange) : Reading.Of(value);
        }

        /// <summary>Tenths of an index: the word itself. It is at least 1; the algorithm gives 0 for as long as it has none.</summary>
        public static Reading Index(int word)
        {
            return word == UnknownSigned || word < IndexTenthsMin ? Reading.Missing(Absence.WarmingUp)
                : word > IndexTenthsMax ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of(word);
        }
    }
}
