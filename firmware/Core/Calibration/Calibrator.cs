using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Calibration
{
    /// <summary>Corrects what was measured, and keeps it as it was measured in a channel beside.</summary>
    /// <remarks>
    /// A sensor tells relative humidity for the temperature that it has itself. So where its temperature is corrected, humidity
    /// follows: the dew point of the air is the same (WMO-No. 8, annex 4.B).
    /// </remarks>
    public sealed class Calibrator
    {
        private const int None = -1;

        private readonly ChannelList _channels;
        private readonly CalibrationSettings[] _settings = new CalibrationSettings[Limits.ChannelsMax];
        private readonly int[] _rawOf = new int[Limits.ChannelsMax];

        /// <summary>Adds a channel for the raw values of each one that is corrected.</summary>
        /// <param name="channels">The channels of the node.</param>
        /// <param name="calibrations">How they are corrected; those that cannot be are left out.</param>
        /// <param name="complaints">Takes what is left out, or null.</param>
        public Calibrator(ChannelList channels, CalibrationSettings[] calibrations, Complaints complaints)
        {
            _channels = channels;
            for (int i = 0; i < _rawOf.Length; i++)
            {
                _rawOf[i] = None;
            }

            foreach (CalibrationSettings calibration in calibrations)
            {
                string fault = Add(calibration);
                if (fault != null && complaints != null)
                {
                    complaints.Add("calibrations: " + calibration.Channel + " " + fault + "; it is left out");
                }
            }
        }

        /// <summary>How the channel at an index is corrected, or null.</summary>
        public CalibrationSettings Of(int index)
        {
            return _settings[index];
        }

        /// <summary>Whether the channel at an index is not as it was measured, by a calibration of its own or of its temperature.</summary>
        public bool Corrects(int index)
        {
            return _rawOf[index] != None;
        }

        /// <summary>Corrects a sample.</summary>
        public void Apply(Sample sample)
        {
            for (int i = 0; i < _channels.MeasuredCount; i++)
            {
                if (_rawOf[i] != None)
                {
                    sample.Due[_rawOf[i]] = sample.Due[i];
                    sample.Readings[_rawOf[i]] = sample.Readings[i];
                    Correct(sample, i);
                }
            }

            for (int i = 0; i < _channels.MeasuredCount; i++)
            {
                if (_rawOf[i] != None && _channels.QuantityAt(i) == Quantity.RelativeHumidity)
                {
                    FollowTemperature(sample, i);
                }
            }
        }

        private string Add(CalibrationSettings calibration)
        {
            int index = _channels.IndexOf(calibration.Channel);
            if (index < 0)
            {
                return "is no channel of this node";
            }

            if (_settings[index] != null)
            {
                return "is there twice";
            }

            int humidity = _channels.QuantityAt(index) == Quantity.Temperature
                ? _channels.IndexOf(_channels.SensorOf(index), Quantity.RelativeHumidity)
                : None;
            int needed = (Corrects(index) ? 0 : 1) + (humidity == None || Corrects(humidity) ? 0 : 1);
            if (_channels.Count + needed > Limits.ChannelsMax)
            {
                return "has no room for its raw values: there are " + Limits.ChannelsMax.ToString() + " channels at most";
            }

            _settings[index] = calibration;
            KeepRawOf(index);
            if (humidity != None)
            {
                KeepRawOf(humidity);
            }

            return null;
        }

        private void KeepRawOf(int index)
        {
            _rawOf[index] = Corrects(index) ? _rawOf[index] : _channels.AddRawOf(index);
        }

        private void Correct(Sample sample, int index)
        {
            CalibrationSettings calibration = _settings[index];
            Reading reading = sample.Readings[index];
            if (calibration == null || !sample.Due[index] || reading.Absence != Absence.None)
            {
                return;
            }

            Quantity quantity = _channels.QuantityAt(index);
            long value = Rounded((long)reading.Value * calibration.SlopeTenThousandths, CalibrationSettings.SlopeOne)
                + Quantities.FromThousandths(quantity, calibration.OffsetThousandths);
            sample.Readings[index].Value = Quantities.Possible(quantity, value);
        }

        private void FollowTemperature(Sample sample, int index)
        {
            int temperature = _channels.IndexOf(_channels.SensorOf(index), Quantity.Temperature);
            if (temperature < 0 || _rawOf[temperature] == None || !HasValue(sample, index) || !HasValue(sample, temperature))
            {
                return;
            }

            sample.Readings[index].Value = WaterVapour.HumidityAt(
                sample.Readings[index].Value, sample.Readings[_rawOf[temperature]].Value, sample.Readings[temperature].Value);
        }

        private static bool HasValue(Sample sample, int index)
        {
            return sample.Due[index] && sample.Readings[index].Absence == Absence.None;
        }

        private static long Rounded(long dividend, int divisor)
        {
            long half = dividend < 0 ? -(divisor / 2) : divisor / 2;
            return (dividend + half) / divisor;
        }
    }
}
