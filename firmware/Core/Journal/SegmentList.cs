using System.Collections;

namespace UlmEdge.Core.Journal
{
    /// <summary>The segments of a journal, oldest first: sorted by first sample, then by number.</summary>
    public sealed class SegmentList
    {
        // Room for all that can be, and for what a foreign hand adds: an addition must not fail for want of memory.
        private readonly ArrayList _segments = new ArrayList { Capacity = 2 * Limits.SegmentsMax };

        /// <summary>Segments.</summary>
        public int Count => _segments.Count;

        /// <summary>The newest segment, or null.</summary>
        public Segment Newest => Count > 0 ? At(Count - 1) : null;

        /// <summary>The segment at an index.</summary>
        public Segment At(int index)
        {
            return (Segment)_segments[index];
        }

        /// <summary>The index of the segment that holds a sample if any does, or -1 if the sample is older than all.</summary>
        public int IndexOfSample(int sample)
        {
            int index = Count - 1;
            while (index >= 0 && At(index).FirstSample > sample)
            {
                index--;
            }

            return index;
        }

        /// <summary>One after the last sample that the segment at an index can hold.</summary>
        public int EndOf(int index, int nextSample)
        {
            return index + 1 < Count ? At(index + 1).FirstSample : nextSample;
        }

        /// <summary>Adds a segment in its place.</summary>
        public void Add(Segment segment)
        {
            int index = Count;
            while (index > 0 && IsLater(At(index - 1), segment))
            {
                index--;
            }

            _segments.Insert(index, segment);
        }

        /// <summary>The index of a segment, or -1.</summary>
        public int IndexOf(Segment segment)
        {
            return _segments.IndexOf(segment);
        }

        /// <summary>Forgets all segments; their files stay.</summary>
        public void Clear()
        {
            _segments.Clear();
        }

        /// <summary>Forgets a segment; its file stays.</summary>
        public void Remove(Segment segment)
        {
            _segments.Remove(segment);
        }

        /// <summary>How many segments there are of a level, the newest one not counted.</summary>
        public int CountOf(int level)
        {
            int count = 0;
            for (int i = 0; i < Count - 1; i++)
            {
                count += At(i).Level == level ? 1 : 0;
            }

            return count;
        }

        private static bool IsLater(Segment one, Segment other)
        {
            return one.FirstSample > other.FirstSample
                || (one.FirstSample == other.FirstSample && one.Number > other.Number);
        }
    }
}
