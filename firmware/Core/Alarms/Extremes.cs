namespace UlmEdge.Core.Alarms
{
    /// <summary>The least and the greatest value of the time before, in four numbers instead of all values.</summary>
    /// <remarks>
    /// Two halves of the time take turns: what was seen is remembered for the whole time at most and for half of it at least.
    /// </remarks>
    internal sealed class Extremes
    {
        private readonly long _halfSeconds;
        private long _half = -1;
        private int _least;
        private int _most;
        private int _leastBefore;
        private int _mostBefore;
        private bool _hasBefore;

        /// <summary>Extremes of a time.</summary>
        public Extremes(int seconds)
        {
            _halfSeconds = seconds < 2 ? 1 : seconds / 2;
        }

        /// <summary>The least value; meaningless if there is none.</summary>
        public int Least => _hasBefore && _leastBefore < _least ? _leastBefore : _least;

        /// <summary>The greatest value; meaningless if there is none.</summary>
        public int Most => _hasBefore && _mostBefore > _most ? _mostBefore : _most;

        /// <summary>Whether there are values of the time before this one.</summary>
        public bool HasAny(long uptimeSeconds)
        {
            return _half >= 0 && (uptimeSeconds / _halfSeconds) - _half <= 1;
        }

        /// <summary>Takes a value.</summary>
        public void Take(int value, long uptimeSeconds)
        {
            long half = uptimeSeconds / _halfSeconds;
            if (half != _half)
            {
                _hasBefore = _half >= 0 && half - _half == 1;
                _leastBefore = _least;
                _mostBefore = _most;
                _half = half;
                _least = value;
                _most = value;
            }

            _least = value < _least ? value : _least;
            _most = value > _most ? value : _most;
        }
    }
}
