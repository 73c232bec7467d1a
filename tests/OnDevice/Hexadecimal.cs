namespace UlmEdge.OnDevice
{
    /// <summary>Bytes as text and back.</summary>
    internal static class Hexadecimal
    {
        private const string Digits = "0123456789abcdef";

        /// <summary>Two digits a byte.</summary>
        public static string Of(byte[] bytes, int length)
        {
            char[] text = new char[2 * length];
            for (int i = 0; i < length; i++)
            {
                text[2 * i] = Digits[bytes[i] >> 4];
                text[(2 * i) + 1] = Digits[bytes[i] & 15];
            }

            return new string(text);
        }

        /// <summary>The inverse.</summary>
        public static byte[] ToBytes(string text)
        {
            byte[] bytes = new byte[text.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)((Digits.IndexOf(text[2 * i]) << 4) | Digits.IndexOf(text[(2 * i) + 1]));
            }

            return bytes;
        }
    }
}
