using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>What became of the latest reading of each sensor.</summary>
    public sealed class SensorStates
    {
        private readonly ISensor[] _sensors;
        private readonly Reading[] _latest;

        /// <summary>The states of sensors whose latest readings are in the order of their quantities.</summary>
        public SensorStates(ISensor[] sensors, Reading[] latest)
        {
            _sensors = sensors;
            _latest = latest;
        }

        /// <summary>How many sensors there are.</summary>
        public int Count => _sensors.Length;

        /// <summary>Whether every sensor has delivered.</summary>
        public bool AllDeliver
        {
            get
            {
                foreach (Reading reading in _latest)
                {
                    if (reading.Absence != Absence.None)
                    {
                        return false;
                    }
                }

                return true;
            }
        }

        /// <summary>How many sensors do not deliver.</summary>
        public int MissingCount
        {
            get
            {
                int count = 0;
                for (int i = 0; i < _sensors.Length; i++)
                {
                    count += ReasonAt(i) == Absence.None ? 0 : 1;
                }

                return count;
            }
        }

        /// <summary>The name of a sensor.</summary>
        public string NameAt(int index)
        {
            return _sensors[index].Name;
        }

        /// <summary>Why a sensor does not deliver, or <see cref="Absence.None"/>.</summary>
        public Absence ReasonAt(int index)
        {
            int first = 0;
            for (int i = 0; i < index; i++)
            {
                first += _sensors[i].Quantities.Length;
            }

            for (int i = first; i < first + _sensors[index].Quantities.Length; i++)
            {
                if (_latest[i].Absence != Absence.None)
                {
                    return _latest[i].Absence;
                }
            }

            return Absence.None;
        }
    }
}
