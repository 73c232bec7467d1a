using UlmEdge.Core.Readings;

namespace UlmEdge.Core.Publishing
{
    /// <summary>The channels' names. They never change, so their text is kept: asking again leaves no garbage.</summary>
    public sealed class ChannelNames
    {
        private readonly int[] _channels = new int[Limits.ChannelsMax];
        private readonly string[] _names = new string[Limits.ChannelsMax];
        private int _known;

        /// <summary>The SenML name of a channel.</summary>
        public string Of(int channel)
        {
            for (int i = 0; i < _known; i++)
            {
                if (_channels[i] == channel)
                {
                    return _names[i];
                }
            }

            if (_known == _names.Length)
            {
                _known = 0; // Another configuration's channels fill the memory: start anew.
            }

            _channels[_known] = channel;
            _names[_known] = Channel.NameOf(channel);
            return _names[_known++];
        }
    }
}
