using System.Collections;

namespace UlmEdge.Core.Configuration
{
    /// <summary>What is wrong with a configuration: one sentence each, the first few of them.</summary>
    public sealed class Complaints
    {
        private const int Max = 8;

        private readonly ArrayList _sentences = new ArrayList();

        /// <summary>How many there are, also beyond those that were kept.</summary>
        public int Count { get; private set; }

        /// <summary>How many were kept.</summary>
        public int KeptCount => _sentences.Count;

        /// <summary>A sentence that was kept.</summary>
        public string SentenceAt(int index)
        {
            return (string)_sentences[index];
        }

        /// <summary>Adds a sentence.</summary>
        public void Add(string sentence)
        {
            Count++;
            if (_sentences.Count < Max)
            {
                _sentences.Add(sentence);
            }
        }
    }
}
