namespace UlmEdge.Tests.NanoSurface;

/// <summary>Static initialisers that depend on another type's, and those that do not.</summary>
internal static class StaticInitialiserCases
{
    private const string Rule = "static-initialiser";

    // What the initialisers read: a static that is set at load, in several disguises.
    private const string Other = """
        public static class Other
        {
            public const int Fixed = 3;
            public static readonly int Value = 5;
            public static int Size { get; } = 6;
            public static int Twice() { return Value * 2; }
            public static int Pure(int x) { return x * 2; }
            public static int Deep() { return Pure(Twice()); }
        }
        public class Holder
        {
            public int Value = Other.Value;
            public static implicit operator int(Holder holder) { return holder.Value; }
        }

        """;

    public static IEnumerable<PlantedCase> All =>
    [
        Trap("ReadsField", "public static int Mine = Other.Value + 1;"),
        Trap("ReadsProperty", "public static int Mine = Other.Size;"),
        Trap("ReadsInPropertyInitialiser", "public static int Mine { get; } = Other.Value;"),
        Trap("ReadsReadonly", "private static readonly byte[] Mine = new byte[Other.Value];"),
        Trap("ReadsThroughCall", "public static int Mine = Other.Twice();"),
        Trap("ReadsThroughTwoCalls", "public static int Mine = Other.Deep();"),
        Trap("ReadsThroughConstructor", "public static Holder Mine = new Holder();"),
        Trap("ReadsInOwnMethod", "public static int Mine = Make(); private static int Make() { return Other.Value; }"),
        Trap(
            "ReadsOfNestedType",
            "public static int Mine = Inner.Value; private class Inner { public static int Value = 1; }"),
        Trap("ReadsInExpression", "public static int Mine = 1 + (Other.Fixed > 2 ? Other.Value : 0);"),
        new("StaticConstructorReads", Rule, "Trap.Trap",
            Other + "public class Trap { public static int Mine; static Trap() { Mine = Other.Value; } }"),
        Fine("ReadsConstant", "public static int Mine = Other.Fixed + 1;"),
        Fine("ReadsOwn", "public static int First = 1; public static int Second = First + 1;"),
        Fine("CallsPure", "public static int Mine = Other.Pure(2);"),
        Fine("ReadsInMethod", "public static int Mine() { return Other.Value; }"),
        Fine("InstanceReads", "public int Mine = Other.Value;"),
        Fine("ReadsLater", "public delegate int Ask(); public static Ask Mine = () => Other.Value;"),
        Fine(
            "Table",
            "private static readonly ushort[] Table = { 1, 2, 3 }; public static int At(int i) { return Table[i]; }"),
    ];

    private static PlantedCase Trap(string name, string member) =>
        new("Static" + name, Rule, "Trap.Mine", Other + $"public class Trap {{ {member} }}");

    private static PlantedCase Fine(string name, string member) =>
        new("Static" + name, null, "", Other + $"public class Trap {{ {member} }}");
}
