namespace UlmEdge.Core.Reporting
{
    /// <summary>Estimates what a node draws from its supply. BUDGETS.md beside this file has the model and its sources.</summary>
    public static class EnergyModel
    {
        /// <summary>Processor awake and radio in modem sleep, in mA.</summary>
        public const int BaseMilliamperes = 40;

        /// <summary>What sending adds for as long as it lasts, in mA.</summary>
        public const int SendingMilliamperes = 200;

        /// <summary>Radio time of one message and its PUBACK in ms.</summary>
        public const int MessageMs = 20;

        /// <summary>Time of one measurement in ms.</summary>
        public const int MeasurementMs = 25;

        private const int SecondsPerDay = 86_400;

        /// <summary>Which part of the time something is measured or sent, in ten thousandths.</summary>
        public static int DutyTenThousandths(int messages, int samples, long uptimeSeconds)
        {
            long busyMs = ((long)messages * MessageMs) + ((long)samples * MeasurementMs);
            long duty = uptimeSeconds == 0 ? 0 : busyMs * 10 / uptimeSeconds;
            return duty > 10_000 ? 10_000 : (int)duty;
        }

        /// <summary>Charge of a day in coulombs, at the rate of this boot: 3.6 C are a mAh.</summary>
        public static int CoulombsPerDay(int messages, long uptimeSeconds)
        {
            long sendingMs = (long)messages * MessageMs;
            long sendingMillicoulombs = uptimeSeconds == 0 ? 0 : sendingMs * SecondsPerDay / uptimeSeconds * SendingMilliamperes / 1000;
            long coulombs = (((long)BaseMilliamperes * SecondsPerDay) + sendingMillicoulombs) / 1000;
            return coulombs > int.MaxValue ? int.MaxValue : (int)coulombs;
        }
    }
}
