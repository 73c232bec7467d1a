// nanoFramework.System.Net 1.11.60
// Needs: mscorlib, nanoFramework.Runtime.Events, System.IO.Streams, nanoFramework.System.Text, System.Threading

namespace System.Net.NetworkInformation
{
    public class NetworkInterface
    {
        internal NetworkInterface() => throw null;
        public string IPv4Address { get; }
        public byte[] PhysicalAddress { get; set; }
        public static NetworkInterface[] GetAllNetworkInterfaces() => throw null;
    }
}

namespace System.Security.Cryptography.X509Certificates
{
    public class X509Certificate
    {
        public X509Certificate(string certificate) => throw null;
    }

    public class X509Certificate2 : X509Certificate
    {
        public X509Certificate2(string rawData, string key, string password) : base(rawData) => throw null;
    }
}
