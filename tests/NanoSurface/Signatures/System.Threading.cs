// nanoFramework.System.Threading 1.1.52
// Needs: mscorlib

namespace System.Threading
{
    public struct CancellationToken
    {
        private byte content;
    }

    public class CancellationTokenSource : IDisposable
    {
        public CancellationTokenSource(int millisecondsDelay) => throw null;
        public CancellationToken Token { get; }
        public void Dispose() => throw null;
    }
}
