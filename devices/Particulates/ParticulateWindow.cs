namespace UlmEdge.Devices.Particulates
{
    /// <summary>The numbers of one quantity in a window, and their trimmed mean: without the least and the greatest.</summary>
    /// <remarks>One insect, or one puff of a cigarette, must not be the street's air (as the airRohr firmware does it).</remarks>
    public sealed class ParticulateWindow
    {
        private long _sum;
        private int _least;
        private int _greatest;

        /// <summary>How many numbers there are.</summary>
        public int Count { get; private set; }

        /// <summary>The mean of all but the least and the greatest, rounded; of one or two numbers that of all, of none 0.</summary>
        public int Mean
        {
            get
            {
                long sum = Count > 2 ? _sum - _least - _greatest : _sum;
                int count = Count > 2 ? Count - 2 : Count;
                return count == 0 ? 0 : (int)((sum + (count / 2)) / count);
            }
        }

        /// <summary>Empties the window.</summary>
        public void Clear()
        {
            Count = 0;
            _sum = 0;
        }

        /// <summary>Adds a number, at least 0.</summary>
        public void Add(int number)
        {
            _least = Count == 0 || number < _least ? number : _least;
            _greatest = Count == 0 || number > _greatest ? number : _greatest;
            _sum += number;
            Count++;
        }
    }
}
