using System;
using System.Device.Adc;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Battery
{
    /// <summary>The voltage of the node's battery, halved by two resistors, at the first converter of the ESP32.</summary>
    /// <remarks>The second converter belongs to Wi-Fi. A conversion takes some tens of microseconds, so nothing is waited for.</remarks>
    public sealed class BatterySensor : ISensor
    {
        // The converter is noisy while the radio sends; odd, so that there is a median.
        private const int Conversions = 15;

        private readonly int[] _codes = new int[Conversions];
        private readonly int _channel;
        private readonly int _slope;
        private readonly int _offsetMillivolts;
        private AdcChannel _input;

        /// <summary>A battery at a channel; nothing is opened yet.</summary>
        /// <param name="channel">Channel of the first converter; its pin must be routed.</param>
        /// <param name="slope">Millivolts at the pin for each code, in 1/65536.</param>
        /// <param name="offsetMillivolts">Millivolts at the pin that code 0 stands for.</param>
        public BatterySensor(int channel, int slope, int offsetMillivolts)
        {
            _channel = channel;
            _slope = slope;
            _offsetMillivolts = offsetMillivolts;
        }

        /// <inheritdoc/>
        public string Name => "battery";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.BatteryVoltage };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            return 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            readings[offset] = TryConvert()
                ? BatteryConversion.Voltage(_codes, _slope, _offsetMillivolts)
                : Reading.Missing(Absence.NoAnswer);
            return 0;
        }

        private bool TryConvert()
        {
            try
            {
                if (_input == null)
                {
                    _input = new AdcController().OpenChannel(_channel);
                }

                for (int i = 0; i < Conversions; i++)
                {
                    Insert(_input.ReadValue(), i);
                }

                return true;
            }
            catch (Exception)
            {
                // The platform throws when a channel cannot be had or read.
                return false;
            }
        }

        // Into the first codes, which are sorted.
        private void Insert(int code, int count)
        {
            int at = count;
            while (at > 0 && _codes[at - 1] > code)
            {
                _codes[at] = _codes[at - 1];
                at--;
            }

            _codes[at] = code;
        }
    }
}
