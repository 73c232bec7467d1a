namespace UlmEdge.Core.Configuration
{
    /// <summary>How the values of a channel are corrected: slope × measured + offset; who found that out, and when.</summary>
    public sealed class CalibrationSettings
    {
        /// <summary>Slope that changes nothing.</summary>
        public const int SlopeOne = 10_000;

        /// <summary>The channel's name in the contract, such as <c>temp</c> or <c>pm25</c>.</summary>
        public string Channel;

        /// <summary>What is added, in thousandths of the channel's unit.</summary>
        public int OffsetThousandths;

        /// <summary>What the measured value is multiplied with, in ten-thousandths.</summary>
        public int SlopeTenThousandths = SlopeOne;

        /// <summary>The day, as 2026-11-20.</summary>
        public string Date;

        /// <summary>Who did it. It is published.</summary>
        public string By;
    }
}
