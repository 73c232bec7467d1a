using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Counts each sample of this boot once, however often its batch is handed to a connection.</summary>
    public sealed class PublishedSamples
    {
        private int _epoch;
        private int _upTo;

        /// <summary>Nothing handed over yet.</summary>
        /// <param name="epoch">The epoch at boot.</param>
        /// <param name="nextSample">The first sample of this boot: those before it are not counted.</param>
        public PublishedSamples(int epoch, int nextSample)
        {
            _epoch = epoch;
            _upTo = nextSample;
        }

        /// <summary>A batch was handed over.</summary>
        /// <returns>How many of its samples were not before.</returns>
        public int Add(Batch batch)
        {
            if (batch.Epoch != _epoch)
            {
                _epoch = batch.Epoch;
                _upTo = 0;
            }

            int first = batch.FirstSample > _upTo ? batch.FirstSample : _upTo;
            int added = batch.EndSample > first ? batch.EndSample - first : 0;
            _upTo = batch.EndSample > _upTo ? batch.EndSample : _upTo;
            return added;
        }
    }
}
