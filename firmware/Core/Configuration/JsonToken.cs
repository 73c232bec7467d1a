namespace UlmEdge.Core.Configuration
{
    /// <summary>The parts of a JSON text (RFC 8259).</summary>
    public enum JsonToken
    {
        /// <summary>{</summary>
        ObjectStart,

        /// <summary>}</summary>
        ObjectEnd,

        /// <summary>[</summary>
        ArrayStart,

        /// <summary>]</summary>
        ArrayEnd,

        /// <summary>A member's name.</summary>
        Name,

        /// <summary>A string.</summary>
        String,

        /// <summary>A number.</summary>
        Number,

        /// <summary>true, false or null.</summary>
        Literal,

        /// <summary>The text is over.</summary>
        End,

        /// <summary>The text is no JSON from here on, or larger than this reader takes.</summary>
        Error,
    }
}
