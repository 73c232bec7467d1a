using System.Device.I2c;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Bus
{
    /// <summary>What became of an I2C transfer, as a reason: on this platform nothing is thrown.</summary>
    public static class TransferReason
    {
        /// <summary>None when all bytes were acknowledged, else why there is no reading.</summary>
        public static Absence Of(I2cTransferStatus status)
        {
            switch (status)
            {
                case I2cTransferStatus.FullTransfer: return Absence.None;
                case I2cTransferStatus.SlaveAddressNotAcknowledged: return Absence.NotPresent;
                case I2cTransferStatus.ClockStretchTimeout: return Absence.BusStuck;
                default: return Absence.NoAnswer;
            }
        }
    }
}
