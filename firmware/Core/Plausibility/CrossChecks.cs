using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Plausibility
{
    /// <summary>Readings of one moment that contradict each other: then at least one of them is wrong, and all are doubtful.</summary>
    internal sealed class CrossChecks
    {
        // The air of Central Europe held less water than this in its muggiest hours: 26.9 °C (Bochum, 2002, is the highest known).
        private const int DewPointMaxCentidegrees = 2_800;

        // What the rounding of two numbers can make of equal ones.
        private const int Rounding = 1;

        // Each is part of the next one in the same row.
        private static readonly Quantity[] Smaller =
        {
            Quantity.Pm1, Quantity.Pm25, Quantity.Pm25, Quantity.Pm4, Quantity.SoundLevelMin, Quantity.SoundLevel, Quantity.WindSpeed,
        };

        private static readonly Quantity[] Larger =
        {
            Quantity.Pm25, Quantity.Pm4, Quantity.Pm10, Quantity.Pm10, Quantity.SoundLevel, Quantity.SoundLevelMax, Quantity.WindGust,
        };

        private readonly ChannelList _channels;

        /// <summary>Checks for a node's channels.</summary>
        public CrossChecks(ChannelList channels)
        {
            _channels = channels;
        }

        /// <summary>Flags what contradicts.</summary>
        public void Judge(Sample sample)
        {
            for (int i = 0; i < _channels.MeasuredCount; i++)
            {
                if (!HasValue(sample, i))
                {
                    continue;
                }

                JudgeOrder(sample, i);
                JudgeOthers(sample, i);
                if (_channels.QuantityAt(i) == Quantity.Temperature)
                {
                    JudgeDewPoint(sample, i);
                    JudgeCompensated(sample, i);
                }
            }
        }

        private static void Doubt(Sample sample, int index)
        {
            sample.Readings[index].Quality = sample.Readings[index].Quality | Quality.CrossCheck;
        }

        private static bool HasValue(Sample sample, int index)
        {
            return index >= 0 && sample.Due[index] && sample.Readings[index].Absence == Absence.None;
        }

        private void JudgeOrder(Sample sample, int index)
        {
            for (int pair = 0; pair < Smaller.Length; pair++)
            {
                if (Smaller[pair] != _channels.QuantityAt(index))
                {
                    continue;
                }

                int larger = _channels.IndexOf(_channels.SensorOf(index), Larger[pair]);
                if (HasValue(sample, larger) && sample.Readings[index].Value > sample.Readings[larger].Value + Rounding)
                {
                    Doubt(sample, index);
                    Doubt(sample, larger);
                }
            }
        }

        // The majority decides; of two that disagree nobody knows which one is wrong.
        private void JudgeOthers(Sample sample, int index)
        {
            int most = PlausibleValues.DifferenceOf(_channels.QuantityAt(index));
            int others = 0;
            int apart = 0;
            for (int i = 0; most > 0 && i < _channels.MeasuredCount; i++)
            {
                if (i != index && _channels.QuantityAt(i) == _channels.QuantityAt(index) && HasValue(sample, i))
                {
                    long difference = (long)sample.Readings[i].Value - sample.Readings[index].Value;
                    others++;
                    apart += difference > most || difference < -most ? 1 : 0;
                }
            }

            if (apart * 2 > others)
            {
                Doubt(sample, index);
            }
        }

        private void JudgeDewPoint(Sample sample, int temperature)
        {
            int humidity = _channels.IndexOf(_channels.SensorOf(temperature), Quantity.RelativeHumidity);
            if (HasValue(sample, humidity)
                && WaterVapour.DewPointCentidegrees(sample.Readings[temperature].Value, sample.Readings[humidity].Value)
                    > DewPointMaxCentidegrees)
            {
                Doubt(sample, temperature);
                Doubt(sample, humidity);
            }
        }

        // Bosch's chips compensate pressure and humidity with their own temperature: what is wrong with it is in both.
        private void JudgeCompensated(Sample sample, int temperature)
        {
            const Quality jumped = Quality.Range | Quality.Rate;
            int pressure = _channels.IndexOf(_channels.SensorOf(temperature), Quantity.Pressure);
            int humidity = _channels.IndexOf(_channels.SensorOf(temperature), Quantity.RelativeHumidity);
            bool temperatureJumped = (sample.Readings[temperature].Quality & jumped) != 0;
            if (temperatureJumped && HasValue(sample, pressure))
            {
                Doubt(sample, pressure);
            }

            if (temperatureJumped && HasValue(sample, humidity))
            {
                Doubt(sample, humidity);
            }

            if (HasValue(sample, pressure) && (sample.Readings[pressure].Quality & Quality.Range) != 0)
            {
                Doubt(sample, temperature);
            }
        }
    }
}
