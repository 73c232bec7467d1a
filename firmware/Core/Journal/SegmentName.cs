namespace UlmEdge.Core.Journal
{
    /// <summary>
    /// File names of segments: <c>j</c>, seven digits, a point, the level: <c>j0000012.0</c>. They fit FAT's 8.3, which has
    /// capitals.
    /// </summary>
    public static class SegmentName
    {
        private const int Digits = 7;

        /// <summary>The name of a segment.</summary>
        public static string Of(int number, int level)
        {
            return "j" + number.ToString("D7") + "." + level.ToString();
        }

        /// <summary>Whether a file is a segment's by its name.</summary>
        public static bool TryParse(string name, out int number, out int level)
        {
            number = 0;
            level = 0;
            if (name.Length != Digits + 3 || (name[0] != 'j' && name[0] != 'J') || name[Digits + 1] != '.')
            {
                return false;
            }

            for (int i = 1; i <= Digits; i++)
            {
                if (name[i] < '0' || name[i] > '9')
                {
                    return false;
                }

                number = (number * 10) + (name[i] - '0');
            }

            level = name[Digits + 2] - '0';
            return level >= 0 && level <= SegmentLevel.Max;
        }
    }
}
