using UlmEdge.Devices.Serial;

namespace UlmEdge.Devices.Sds011
{
    /// <summary>Frames of ten bytes: AA, C0 (values) or C5 (an answer), six bytes, their sum, AB (SDS011 protocol 1.3).</summary>
    public sealed class Sds011Scanner : FrameScanner
    {
        private const byte Head = 0xAA;
        private const byte Values = 0xC0;
        private const byte Answer = 0xC5;
        private const byte Tail = 0xAB;

        /// <summary>A scanner that has seen nothing.</summary>
        public Sds011Scanner()
            : base(10)
        {
        }

        /// <summary>Whether the frame found last has values; else it is an answer.</summary>
        public bool HasValues => Frame[1] == Values;

        /// <summary>Its PM2.5 in tenths of a microgram per cubic metre.</summary>
        public int Pm25Tenths => Frame[2] | (Frame[3] << 8);

        /// <summary>Its PM10 in tenths of a microgram per cubic metre.</summary>
        public int Pm10Tenths => Frame[4] | (Frame[5] << 8);

        /// <inheritdoc/>
        protected override bool CanBegin(int count)
        {
            return Frame[0] == Head && (count < 2 || Frame[1] == Values || Frame[1] == Answer);
        }

        /// <inheritdoc/>
        protected override bool IsSound()
        {
            int sum = 0;
            for (int i = 2; i < 8; i++)
            {
                sum += Frame[i];
            }

            return CanBegin(10) && Frame[8] == (byte)sum && Frame[9] == Tail;
        }
    }
}
