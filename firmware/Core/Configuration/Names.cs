namespace UlmEdge.Core.Configuration
{
    /// <summary>What may stand in a topic and in a SenML name.</summary>
    public static class Names
    {
        /// <summary>Whether a text is a node id: 1 to 32 of a-z, 0-9 and hyphen.</summary>
        public static bool IsNodeId(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!IsLower(text[i]) && text[i] != '-')
                {
                    return false;
                }
            }

            return text.Length > 0 && text.Length <= Limits.NodeIdCharactersMax;
        }

        /// <summary>Whether a text is a topic root: words of letters, digits and hyphens with single slashes between.</summary>
        /// <remarks>SenML names allow little more (RFC 8428 section 4.5.1), and + and # would be wildcards in a topic.</remarks>
        public static bool IsRoot(string text)
        {
            char before = '/';
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                bool isWord = IsLower(c) || (c >= 'A' && c <= 'Z') || (c == '-' && i > 0);
                if (!isWord && !(c == '/' && before != '/'))
                {
                    return false;
                }

                before = c;
            }

            return before != '/' && text.Length <= Limits.RootCharactersMax;
        }

        /// <summary>Whether a text is a command's id: 1 to 32 of a-z, A-Z, 0-9 and hyphen; it becomes part of a topic.</summary>
        public static bool IsCommandId(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!IsLower(text[i]) && !(text[i] >= 'A' && text[i] <= 'Z') && text[i] != '-')
                {
                    return false;
                }
            }

            return text.Length > 0 && text.Length <= Limits.CommandIdCharactersMax;
        }

        private static bool IsLower(char c)
        {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
    }
}
