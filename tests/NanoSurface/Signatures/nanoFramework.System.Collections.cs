// nanoFramework.System.Collections 1.5.75
// Needs: mscorlib

namespace System.Collections
{
    public class DictionaryEntry
    {
        internal DictionaryEntry() => throw null;
        public object Key;
    }

    public class Hashtable : IEnumerable
    {
        public Hashtable() => throw null;
        public int Count { get; }
        public object this[object key] { get => throw null; set => throw null; }
        public IEnumerator GetEnumerator() => throw null;
        public void Remove(object key) => throw null;
    }

    public class Queue : IEnumerable
    {
        public Queue() => throw null;
        public virtual int Count { get; }
        public virtual void Clear() => throw null;
        public virtual object Dequeue() => throw null;
        public virtual void Enqueue(object obj) => throw null;
        public virtual IEnumerator GetEnumerator() => throw null;
    }
}
