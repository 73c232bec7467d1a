namespace UlmEdge.Core.Readings
{
    /// <summary>Water vapour in air, in whole numbers: what links temperature, relative humidity and dew point.</summary>
    /// <remarks>
    /// Magnus formula over water, 6.112 hPa × e^(17.62 t / (243.12 °C + t)) (WMO-No. 8, annex 4.B), every 2 °C, and between them a
    /// parabola: 0.3 % off at -40 °C, where 0.1 Pa is the last digit, and 0.01 % above freezing.
    /// </remarks>
    public static class WaterVapour
    {
        /// <summary>Relative humidity of air that holds all it can, in hundredths of a per cent.</summary>
        public const int Saturated = 10_000;

        private const int LeastCentidegrees = -4000;
        private const int MostCentidegrees = 6000;
        private const int StepCentidegrees = 200;

        private static readonly int[] TenthsOfPascal =
        {
            190, 234, 286, 348, 423, 512, 617, 741, 887, 1059,
            1260, 1494, 1766, 2083, 2448, 2870, 3356, 3913, 4552, 5281,
            6112, 7057, 8129, 9343, 10714, 12260, 14000, 15953, 18142, 20591,
            23326, 26374, 29766, 33533, 37711, 42337, 47450, 53094, 59313, 66156,
            73675, 81924, 90963, 100852, 111659, 123452, 136304, 150294, 165504, 182020,
            199933,
        };

        /// <summary>The pressure of saturated vapour in tenths of a pascal; outside -40 to 60 °C that of the nearer end.</summary>
        public static int SaturationTenthsOfPascal(int centidegrees)
        {
            int above = Within(centidegrees, LeastCentidegrees, MostCentidegrees) - LeastCentidegrees;
            int index = above / StepCentidegrees;
            index = index < TenthsOfPascal.Length - 3 ? index : TenthsOfPascal.Length - 3;
            long rest = above - (index * StepCentidegrees);
            int first = TenthsOfPascal[index];
            int slope = TenthsOfPascal[index + 1] - first;
            int bend = TenthsOfPascal[index + 2] - TenthsOfPascal[index + 1] - slope;
            long curved = rest * (rest - StepCentidegrees) * bend / (2 * StepCentidegrees * StepCentidegrees);
            return (int)(first + (rest * slope / StepCentidegrees) + curved);
        }

        /// <summary>The dew point in hundredths of a degree, -40 °C at least.</summary>
        /// <param name="centidegrees">Temperature.</param>
        /// <param name="centipercent">Relative humidity.</param>
        public static int DewPointCentidegrees(int centidegrees, int centipercent)
        {
            long pressure = (long)centipercent * SaturationTenthsOfPascal(centidegrees) / Saturated;
            int low = LeastCentidegrees;
            int high = MostCentidegrees;
            while (low < high)
            {
                int middle = low + ((high - low + 1) / 2);
                if (SaturationTenthsOfPascal(middle) <= pressure)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return low;
        }

        /// <summary>
        /// The relative humidity of the same air, whose dew point does not change, when its temperature turns out to be another.
        /// </summary>
        /// <param name="centipercent">Relative humidity at the temperature that was assumed.</param>
        /// <param name="fromCentidegrees">That temperature.</param>
        /// <param name="toCentidegrees">The true one.</param>
        public static int HumidityAt(int centipercent, int fromCentidegrees, int toCentidegrees)
        {
            int saturated = SaturationTenthsOfPascal(toCentidegrees);
            long twice = 2L * centipercent * SaturationTenthsOfPascal(fromCentidegrees) / saturated;
            return Within((int)((twice + 1) / 2), 0, Saturated);
        }

        private static int Within(int value, int least, int most)
        {
            return value < least ? least : value > most ? most : value;
        }
    }
}
