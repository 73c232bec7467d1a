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

        /// <summary>Whether a text can say who calibrated: 1 to 24 of a-z, A-Z, 0-9, space, point and hyphen.</summary>
        /// <remarks>None of these is longer in JSON.</remarks>
        public static bool IsCalibrator(string text)
        {
            for (int i = 0; text != null && i < text.Length; i++)
            {
                char c = text[i];
                if (!IsLower(c) && !(c >= 'A' && c <= 'Z') && c != ' ' && c != '.' && c != '-')
                {
                    return false;
                }
            }

            return text != null && text.Length > 0 && text.Length <= Limits.CalibratorCharactersMax;
        }

        /// <summary>Whether a text is a day as RFC 3339 writes it: 2026-11-20.</summary>
        public static bool IsDate(string text)
        {
            if (text == null || text.Length != 10)
            {
                return false;
            }

            for (int i = 0; i < text.Length; i++)
            {
                bool isHyphen = i == 4 || i == 7;
                if (isHyphen ? text[i] != '-' : text[i] < '0' || text[i] > '9')
                {
                    return false;
                }
            }

            int month = ((text[5] - '0') * 10) + text[6] - '0';
            int day = ((text[8] - '0') * 10) + text[9] - '0';
            return month >= 1 && month <= 12 && day >= 1 && day <= 31;
        }

        private static bool IsLower(char c)
        {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
    }
}
