namespace System.Security.Cryptography.X509Certificates
{
    /// <summary>A certificate with its key, both as PEM text.</summary>
    internal sealed class X509Certificate2 : X509Certificate
    {
        /// <summary>Certificate and key; the key is not encrypted if there is no password.</summary>
        public X509Certificate2(string rawData, string key, string password)
            : base(rawData, key)
        {
            _ = password;
        }
    }
}
