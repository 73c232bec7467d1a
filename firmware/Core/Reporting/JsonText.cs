using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Text within JSON (RFC 8259 section 7), in ASCII whatever it holds.</summary>
    internal static class JsonText
    {
        private const string Digits = "0123456789abcdef";

        /// <summary>Adds a string in quotes.</summary>
        public static void AppendQuoted(TextBuffer text, string value)
        {
            text.Append((byte)'"');
            for (int i = 0; i < value.Length; i++)
            {
                Append(text, value[i]);
            }

            text.Append((byte)'"');
        }

        /// <summary>Adds a comma, a name and a string.</summary>
        public static void AppendField(TextBuffer text, string name, string value)
        {
            AppendName(text, name);
            AppendQuoted(text, value);
        }

        /// <summary>Adds a comma, a name and a whole number.</summary>
        public static void AppendField(TextBuffer text, string name, long value)
        {
            AppendName(text, name);
            text.AppendInteger(value);
        }

        /// <summary>Adds a comma and a name, which needs no escaping.</summary>
        public static void AppendName(TextBuffer text, string name)
        {
            text.Append(",\"");
            text.Append(name);
            text.Append("\":");
        }

        private static void Append(TextBuffer text, char character)
        {
            if (character >= ' ' && character < 127 && character != '"' && character != '\\')
            {
                text.Append((byte)character);
                return;
            }

            text.Append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4)
            {
                text.Append((byte)Digits[(character >> shift) & 15]);
            }
        }
    }
}
