namespace UlmEdge.Tests.NanoSurface;

/// <summary>Arithmetic that ends differently: overflow checks, divisions, infinities.</summary>
internal static class ArithmeticCases
{
    private const string Fields = "private int n; private long l; private double d; private float f; private bool ok;";

    public static IEnumerable<PlantedCase> All =>
    [
        PlantedCase.Body("CheckedExpression", "checked", "n = checked(n + 1);", Fields),
        PlantedCase.Body("CheckedBlock", "checked", "checked { n = n + 1; }", Fields),
        PlantedCase.Body("CheckedCast", "checked", "n = checked((int)l);", Fields),
        PlantedCase.Fine("Unchecked", "n = unchecked(n + 1); unchecked { n = n * 31; }", Fields),
        PlantedCase.Body("DoubleByZero", "division", "d = d / 0.0;", Fields),
        PlantedCase.Body("DoubleByIntZero", "division", "d = d / 0;", Fields),
        PlantedCase.Body("FloatByZero", "division", "f = f / 0f;", Fields),
        PlantedCase.Body("DoubleRemainderZero", "division", "d = d % 0;", Fields),
        PlantedCase.Body("DoubleDividedInPlace", "division", "d /= 0;", Fields),
        PlantedCase.Body("DoubleByNegativeZero", "division", "d = d / -0.0;", Fields),
        PlantedCase.Body("IntByMinusOne", "division", "n = n / -1;", Fields),
        PlantedCase.Body("LongRemainderMinusOne", "division", "l = l % -1;", Fields),
        PlantedCase.Fine("Divisions", "d = d / 2; n = n / 3; l = l % -2; d = d / -1;", Fields),
        PlantedCase.Body("EqualToInfinity", "infinity", "ok = d == double.PositiveInfinity;", Fields),
        PlantedCase.Body("LessThanInfinity", "infinity", "ok = f < float.PositiveInfinity;", Fields),
        PlantedCase.Fine("IsInfinity", "ok = double.IsInfinity(d);", Fields),
    ];
}
