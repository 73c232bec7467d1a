// nanoFramework.System.Collections 1.5.75
// Needs: mscorlib

namespace System.Collections
{
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
