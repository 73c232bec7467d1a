using UlmEdge.Devices.Serial;

namespace UlmEdge.Devices.Pms
{
    /// <summary>Frames of 32 bytes: 42 4D 00 1C, thirteen words, and the sum of all bytes before it (PMS5003 manual, appendix I).</summary>
    public sealed class PmsScanner : FrameScanner
    {
        private const int Length = 32;

        // Words 4 to 6 after the head: under atmospheric environment. The first three are for a factory's air.
        private const int AtmosphericOffset = 10;
        private const int ErrorOffset = 29;

        private static readonly byte[] Head = { 0x42, 0x4D, 0x00, 0x1C };

        /// <summary>A scanner that has seen nothing.</summary>
        public PmsScanner()
            : base(Length)
        {
        }

        /// <summary>The error code of the frame found last; 0 is none.</summary>
        public int Error => Frame[ErrorOffset];

        /// <summary>Micrograms per cubic metre of the frame found last.</summary>
        /// <param name="index">0 for PM1, 1 for PM2.5, 2 for PM10.</param>
        public int Micrograms(int index)
        {
            return (Frame[AtmosphericOffset + (2 * index)] << 8) | Frame[AtmosphericOffset + (2 * index) + 1];
        }

        /// <inheritdoc/>
        protected override bool CanBegin(int count)
        {
            for (int i = 0; i < count && i < Head.Length; i++)
            {
                if (Frame[i] != Head[i])
                {
                    return false;
                }
            }

            return true;
        }

        /// <inheritdoc/>
        protected override bool IsSound()
        {
            int sum = 0;
            for (int i = 0; i < Length - 2; i++)
            {
                sum += Frame[i];
            }

            return CanBegin(Length) && sum == ((Frame[Length - 2] << 8) | Frame[Length - 1]);
        }
    }
}
