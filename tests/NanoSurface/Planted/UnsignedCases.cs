namespace UlmEdge.Tests.NanoSurface;

/// <summary>Unsigned values cast to signed and used where the board still takes them for unsigned.</summary>
internal static class UnsignedCases
{
    private const string Fields = """
        private uint u, v; private ulong w; private int n; private long l; private double d;
            private uint[] all = new uint[2]; private uint Read() { return u; } private enum Code : uint { None }
        """;

    public static IEnumerable<PlantedCase> All => Traps.Concat(FineUses);

    private static PlantedCase[] Traps =>
    [
        Trap("Shift", "n = (int)u >> 1;"),
        Trap("ShiftOfElement", "n = (int)all[0] >> 4;"),
        Trap("ShiftOfCall", "n = (int)Read() >> 1;"),
        Trap("ShiftOfLongCast", "l = (long)w >> 1;"),
        Trap("Remainder", "n = (int)u % 10;"),
        Trap("RemainderBy", "n = n % (int)u;"),
        Trap("ToLong", "l = (long)(int)u;"),
        Trap("ToLongImplicitly", "l = (int)u;"),
        Trap("ToDouble", "d = (double)(int)u;"),
        Trap("ToDoubleImplicitly", "d = (int)u;"),
        Trap("ToFloat", "float f = (int)u; d = f;"),
        Trap("LongToDouble", "d = (double)(long)w;"),
        Trap("TimesDouble", "d = ((int)u - 10) * 2.5;"),
        Trap("DifferenceTimesDouble", "d = (int)(u - v) * 0.5;"),
        Trap("ThroughLocal", "int difference = (int)(u - v); d = difference * 0.5;"),
        Trap("ThroughAssignedLocal", "int difference; difference = (int)(u - v); d = difference * 0.5;"),
        Trap("ThroughLongLocal", "long difference = (long)w; d = (double)difference;"),
        Trap("ThroughLocalReadTwice", "int x = (int)u; Take(x); Take(x * 0.5);", "private static void Take(double x) { }"),
        Trap("ThroughOr", "n = ((int)u | 0) >> 1;"),
        Trap("ThroughZeroSum", "n = ((int)u + 0) >> 1;"),
        Trap("ThroughTernary", "n = (n > 0 ? (int)u : 0) >> 1;"),
        Trap("ThroughParameter", "Halve((int)u);", "private int Halve(int x) { return x >> 1; }"),
        Trap("MaskedThenLess", "d = ((int)(u & 0xFF) - 10) * 2.5;"),
        Trap("MaskedNegated", "d = -(int)(u & 0xFF);"),
        Trap("ThroughUnchecked", "n = unchecked((int)u) >> 1;"),
        Trap("OfLong", "n = (int)(uint)l >> 1;"),
        Trap("OfEnum", "Code code = Code.None; n = (int)code >> 1;"),
        Trap("AddedToDouble", "d += (int)u;"),
    ];

    private static PlantedCase[] FineUses =>
    [
        Fine("ThroughLong", "n = (int)(long)u >> 1; d = (int)(long)u * 0.5; l = (int)(long)u;"),
        Fine("Compared", "bool before = (int)(u - v) < 0;"),
        Fine("Divided", "n = (int)u / 3;"),
        Fine("StoredInField", "n = (int)u; n = n >> 1;"),
        Fine("AsText", "string text = \"n=\" + (int)u;"),
        Fine("Masked", "n = (int)(u & 0xFF) >> 1; d = (int)(u >> 8) * 0.5; n = (int)(u % 7) % 3;"),
        Fine("Signed", "n = (int)(uint)n >> 1; u = (uint)n >> 1;"),
        Fine("Unsigned", "u = u >> 1; d = u * 0.5; l = u; u = u % 7;"),
        Fine("Narrowed", "byte b = (byte)u; n = b >> 1; short s = (short)(int)u; d = s;"),
        Fine("LocalReadTwice", "int x = (int)u; if (x < 3) { n = x; }"),
        Fine("LocalKept", "int x = (int)u; if (x < 3) { d = x; }"),
        Fine("ParameterCompared", "Sign((int)u);", "private bool Sign(int x) { return x < 0; }"),
    ];

    private static PlantedCase Trap(string name, string body, string more = "") =>
        PlantedCase.Body("Unsigned" + name, "unsigned-reinterpretation", body, Fields + more);

    private static PlantedCase Fine(string name, string body, string more = "") =>
        PlantedCase.Fine("Unsigned" + name, body, Fields + more);
}
