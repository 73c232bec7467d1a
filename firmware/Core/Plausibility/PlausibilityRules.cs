using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Plausibility
{
    /// <summary>Says of every value what speaks against it. It withholds none and changes none: whoever uses it decides.</summary>
    public sealed class PlausibilityRules
    {
        private readonly ChannelList _channels;
        private readonly ChannelHistory[] _histories;
        private readonly CrossChecks _crossChecks;

        /// <summary>Rules for a node's channels.</summary>
        public PlausibilityRules(ChannelList channels)
        {
            _channels = channels;
            _crossChecks = new CrossChecks(channels);
            _histories = new ChannelHistory[channels.MeasuredCount];
            for (int i = 0; i < _histories.Length; i++)
            {
                _histories[i] = new ChannelHistory(channels.QuantityAt(i));
            }
        }

        /// <summary>Flags a sample's readings. Those beside a corrected one stay as the sensor gave them.</summary>
        public void Judge(Sample sample)
        {
            for (int i = 0; i < _channels.MeasuredCount; i++)
            {
                if (!sample.Due[i])
                {
                    continue;
                }

                if (sample.Readings[i].Absence != Absence.None)
                {
                    _histories[i].Miss(sample.Readings[i].Absence);
                    continue;
                }

                Quality doubts = _histories[i].Take(sample.Readings[i].Value, sample.UptimeSeconds);
                sample.Readings[i].Quality = sample.Readings[i].Quality | doubts;
            }

            _crossChecks.Judge(sample);
        }
    }
}
