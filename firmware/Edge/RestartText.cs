namespace UlmEdge.Edge
{
    /// <summary>Why a node restarts itself, in words.</summary>
    internal static class RestartText
    {
        /// <summary>The words for a reason's number.</summary>
        public static string Of(int reason)
        {
            switch (reason)
            {
                case 1: return "told to";
                case 2: return "a configuration is tried";
                case 3: return "back to the last good configuration";
                case 4: return "the loop was stuck";
                case 5: return "end of safe mode";
                case 6: return "memory stayed short";
                case 7: return "the start failed again and again";
                default: return "reason " + reason.ToString();
            }
        }
    }
}
