namespace UlmEdge.Ports
{
    /// <summary>One value of one quantity, or the reason why there is none.</summary>
    public struct Reading
    {
        /// <summary>The value in the unit of its <see cref="Quantity"/>; meaningless unless <see cref="Absence"/> is None.</summary>
        public int Value;

        /// <summary>None when there is a value, else the reason.</summary>
        public Absence Absence;

        /// <summary>What speaks against the value; meaningless where there is none.</summary>
        public Quality Quality;

        /// <summary>A reading with a value.</summary>
        public static Reading Of(int value)
        {
            return new Reading { Value = value };
        }

        /// <summary>A reading with a value that something speaks against.</summary>
        public static Reading Doubtful(int value, Quality quality)
        {
            return new Reading { Value = value, Quality = quality };
        }

        /// <summary>A reading without a value.</summary>
        public static Reading Missing(Absence reason)
        {
            return new Reading { Absence = reason };
        }
    }
}
