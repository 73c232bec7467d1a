using UlmEdge.Simulator.Nano;

namespace System.Security.Cryptography.X509Certificates
{
    /// <summary>A certificate as the board makes it, of PEM text; the desk's constructor would take the text for a file's name.</summary>
    internal class X509Certificate : BoardCertificate
    {
        /// <summary>One or several certificates.</summary>
        public X509Certificate(string certificate)
            : base(certificate, null)
        {
        }

        /// <summary>A certificate with its key.</summary>
        protected X509Certificate(string certificate, string key)
            : base(certificate, key)
        {
        }
    }
}
