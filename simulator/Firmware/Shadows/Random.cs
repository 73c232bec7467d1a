namespace System
{
    /// <summary>The chip's random generator, which in a simulated board draws from the board's seed.</summary>
    internal class Random
    {
        /// <summary>A number from 0 to just below the largest one.</summary>
        public virtual int Next()
        {
            return Next(int.MaxValue);
        }

        /// <summary>A number from 0 to just below <paramref name="maxValue"/>.</summary>
        public virtual int Next(int maxValue)
        {
            if (maxValue <= 0)
            {
                throw new ArgumentOutOfRangeException();
            }

            return UlmEdge.Simulator.Nano.HostBoard.Current.NextRandom(maxValue);
        }
    }
}
