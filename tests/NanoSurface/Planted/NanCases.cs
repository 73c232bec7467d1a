namespace UlmEdge.Tests.NanoSurface;

/// <summary>Comparisons that a NaN passes on the board, and those that are guarded.</summary>
internal static class NanCases
{
    private const string Fields = """
        private double x, y; private float f; private int n; private readonly double limit = 85.0;
            private double Read() { return x; } private bool ok;
        """;

    public static IEnumerable<PlantedCase> All => Traps.Concat(Guarded);

    private static PlantedCase[] Traps =>
    [
        Trap("GreaterThan", "ok = x > 1;"),
        Trap("GreaterOrEqual", "ok = x >= 1;"),
        Trap("ConstantGreater", "ok = 1 > x;"),
        Trap("ConstantGreaterOrEqual", "ok = 1.0 >= x;"),
        Trap("FloatGreater", "if (f > 1.5f) { ok = true; }"),
        Trap("NegatedGreater", "if (!(x > 85)) { ok = true; }"),
        Trap("GreaterInLoop", "while (x > 1) { x = Read(); }"),
        Trap("GreaterOfCall", "ok = Read() > 1;"),
        Trap("GreaterOfSum", "ok = x + y > n;"),
        Trap("GreaterOfAbs", "double a = Read(); ok = Math.Abs(a) > 1;"),
        Trap("GreaterOfLocal", "double a = x * 2; ok = a > 1;"),
        Trap("GreaterInTernary", "n = x > y ? 1 : 2;"),
        Trap("PatternGreater", "ok = x is > 1;"),
        Trap("PatternAnd", "ok = x is >= 1 and <= 3;"),
        Trap("SwitchArmGreater", "n = x switch { > 1 => 1, _ => 2 };"),
        Trap("CaseGreater", "switch (x) { case > 1: n = 1; break; }"),
        Trap("TestedTooLate", "ok = x > 1 && !double.IsNaN(x);"),
        Trap("OtherTested", "if (double.IsNaN(y)) { return; } ok = x > 1;"),
        Trap("OnlyOneTested", "if (double.IsNaN(x)) { return; } ok = x > y;"),
        Trap("NanConstant", "ok = 1.0 > double.NaN;"),
        new("GreaterInProperty", "nan-comparison", "Trap.IsHot",
            "public class Trap { double x; public bool IsHot => x > 1; }"),
        new("GreaterInLambda", "nan-comparison", "Trap.Do",
            "public delegate bool Ask(double x);\n public class Trap { public Ask Do() { return x => x > 1; } }"),
    ];

    private static PlantedCase[] Guarded =>
    [
        Fine("TestedBefore", "if (double.IsNaN(x)) { return; } ok = x > 1;"),
        Fine("TestedInSameCondition", "ok = !double.IsNaN(x) && x > 1;"),
        Fine("TestedOrGreater", "if (double.IsNaN(x) || x < -40 || x > 85) { return; }"),
        Fine("FloatTested", "ok = !float.IsNaN(f) && f >= 1;"),
        Fine("BothTested", "if (double.IsNaN(x) || double.IsNaN(y)) { return; } ok = x > y;"),
        Fine("TestedWithThis", "if (double.IsNaN(this.x)) { return; } ok = x > 1;"),
        Fine("TestedLocal", "double a = x * 2; ok = !double.IsNaN(a) && a > 1;"),
        Fine("LessThan", "ok = x < 1 || x <= y || 1 < x;"),
        Fine("EqualTo", "ok = x == 1 || x != y;"),
        Fine("IntGreater", "ok = n > 1 && n >= 2 && n is > 3;"),
        Fine("FromIntegers", "double a = n * 0.5; ok = a > 1 && n / 2.0 >= 1;"),
        Fine("AgainstConstantField", "if (double.IsNaN(x)) { return; } ok = x > limit;"),
        Fine("TestedInPattern", "ok = !double.IsNaN(x) && x is > 1 and < 3;"),
    ];

    private static PlantedCase Trap(string name, string body) =>
        PlantedCase.Body("Nan" + name, "nan-comparison", body, Fields);

    private static PlantedCase Fine(string name, string body) => PlantedCase.Fine("Nan" + name, body, Fields);
}
