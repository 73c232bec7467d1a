// nanoFramework.Networking.Sntp 1.6.42
// Needs: mscorlib

namespace nanoFramework.Networking
{
    public class Sntp
    {
        internal Sntp() => throw null;
        public static string Server1 { get; set; }
        public static void Start() => throw null;
        public static void Stop() => throw null;
    }
}
