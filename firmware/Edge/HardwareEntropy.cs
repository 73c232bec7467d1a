using System;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>The platform's random numbers; without a seed they begin with the chip's generator.</summary>
    public sealed class HardwareEntropy : IEntropy
    {
        private readonly Random _random = new Random();

        /// <inheritdoc/>
        public int Next(int limit)
        {
            return _random.Next(limit);
        }
    }
}
