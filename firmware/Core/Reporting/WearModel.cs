namespace UlmEdge.Core.Reporting
{
    /// <summary>Estimates how worn the flash is. BUDGETS.md beside this file has the model and its sources.</summary>
    public static class WearModel
    {
        /// <summary>Blocks of littlefs on a 4 MB board.</summary>
        public const int Blocks = 64;

        /// <summary>Erasures that a block of the flash chip is good for.</summary>
        public const int CyclesPerBlock = 100_000;

        /// <summary>The rate that is assumed while a boot is too young to have one of its own: the budget.</summary>
        public const int ClosesPerHour = 12;

        private const int ErasesPerTenCloses = 12;
        private const long SecondsPerTenthYear = 3_155_760;
        private const int YoungSeconds = 3_600;

        /// <summary>Blocks that were erased for so many closed files.</summary>
        public static int Erases(int closes)
        {
            long erases = (long)closes * ErasesPerTenCloses / 10;
            return erases > int.MaxValue ? int.MaxValue : (int)erases;
        }

        /// <summary>Tenths of years until the blocks that take part are worn, at the rate of this boot.</summary>
        /// <param name="lifetimeCloses">Closes in the life of the flash.</param>
        /// <param name="closes">Closes of this boot.</param>
        /// <param name="uptimeSeconds">Its age.</param>
        /// <returns>At most 9999.</returns>
        public static int TenthYearsLeft(int lifetimeCloses, int closes, long uptimeSeconds)
        {
            // littlefs levels wear over the blocks that are free or change: half of them.
            const long good = (long)Blocks / 2 * CyclesPerBlock;
            long left = good - Erases(lifetimeCloses);
            if (left <= 0)
            {
                return 0;
            }

            bool isYoung = uptimeSeconds < YoungSeconds || closes == 0;
            long seconds = isYoung ? YoungSeconds : uptimeSeconds;
            long closesThen = isYoung ? ClosesPerHour : closes;
            long tenths = left * 10 * seconds / (closesThen * ErasesPerTenCloses) / SecondsPerTenthYear;
            return tenths > 9999 ? 9999 : (int)tenths;
        }
    }
}
