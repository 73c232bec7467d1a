namespace UlmEdge.Core.Journal
{
    /// <summary>The 32-bit FNV-1a hash of a text: <c>a</c> gives 0xE40C292C.</summary>
    public static class Fnv1a
    {
        /// <summary>The hash of ASCII text.</summary>
        public static uint Hash(string text)
        {
            uint hash = 2166136261;
            for (int i = 0; i < text.Length; i++)
            {
                hash = (hash ^ text[i]) * 16777619;
            }

            return hash;
        }
    }
}
