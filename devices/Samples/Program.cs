using UlmEdge.Devices.Bmxx80.Samples;

namespace UlmEdge.Devices.Samples
{
    /// <summary>One of the samples, as a program of its own.</summary>
    public static class Program
    {
        /// <summary>Put the one of your sensor here.</summary>
        public static void Main()
        {
            Bmxx80Sample.Printer().Run(10_000);
        }
    }
}
