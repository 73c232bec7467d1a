using UlmEdge.Core.Publishing;

namespace UlmEdge.OnDevice
{
    /// <summary>A text buffer's content as a string.</summary>
    internal static class AsciiText
    {
        /// <summary>The string.</summary>
        public static string Of(ByteBuffer text)
        {
            char[] characters = new char[text.Length];
            for (int i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)text.Bytes[i];
            }

            return new string(characters);
        }

        /// <summary>The bytes of an ASCII string.</summary>
        public static byte[] ToBytes(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            return bytes;
        }
    }
}
