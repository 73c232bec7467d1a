namespace UlmEdge.Tests.NanoSurface;

/// <summary>Enums and floating point turned into text, however it is written.</summary>
internal static class TextCases
{
    private const string Fields =
        "private enum Kind { None, Some } private Kind kind; private double d; private float f; private int n;";

    public static IEnumerable<PlantedCase> All => Enums.Concat(Floats).Concat(FineTexts);

    private static PlantedCase[] Enums =>
    [
        Enum("EnumToString", "string text = kind.ToString();"),
        Enum("EnumInterpolatedWithFormat", """string text = $"is {kind:G}";"""),
        PlantedCase.Body("EnumToStringG", PlantedCase.CompilerError, """string text = kind.ToString("G");""", Fields),
        Enum("EnumInterpolated", """string text = $"is {kind}";"""),
        Enum("EnumInterpolatedWithAlignment", """string text = $"is {kind,8}";"""),
        Enum("EnumConcatenated", """string text = "is " + kind;"""),
        Enum("EnumConcatenatedFirst", """string text = kind + " is";"""),
        Enum("EnumAppendedToText", """string text = ""; text += kind;"""),
        Enum("EnumInStringFormat", """string text = string.Format("{0}", kind);"""),
        Enum("EnumSecondInStringFormat", """string text = string.Format("{0} {1}", n, kind);"""),
        Enum("EnumInStringFormatWithArray", """string text = string.Format("{0}", new object[] { kind });"""),
        Enum("EnumInStringConcat", "string text = string.Concat(n, kind);"),
        Enum("EnumAppended", "new StringBuilder().Append(kind);"),
        Enum("EnumBoxedByHand", "new StringBuilder().Append((object)kind);"),
        Enum("EnumBoxedBefore", """object boxed = kind; string text = "is " + boxed;"""),
        Enum("EnumBoxedThenToString", "object boxed = Kind.Some; string text = boxed.ToString();"),
        Enum("EnumConstant", """string text = "is " + Kind.Some;"""),
        Enum("EnumChosen", """string text = $"{(n == 0 ? Kind.None : Kind.Some)}";"""),
        Enum("EnumInLambda", "Make make = () => kind.ToString();", "private delegate string Make();"),
    ];

    private static PlantedCase[] Floats =>
    [
        Float("DoubleToString", "string text = d.ToString();"),
        Float("FloatToString", "string text = f.ToString();"),
        Float("DoubleToStringG", """string text = d.ToString("G");"""),
        Float("DoubleInterpolated", """string text = $"{d} °C";"""),
        Float("DoubleConcatenated", """string text = "t=" + d;"""),
        Float("DoubleInStringFormat", """string text = string.Format("{0}", d);"""),
        Float("DoubleAppended", "new StringBuilder().Append(d);"),
        Float("DoubleExpression", """string text = "t=" + d * 2;"""),
    ];

    private static PlantedCase[] FineTexts =>
    [
        PlantedCase.Fine("EnumAsNumber", """string text = "is " + (int)kind; text = ((int)kind).ToString();""", Fields),
        PlantedCase.Fine(
            "EnumNamed",
            """string text = kind == Kind.Some ? "some" : "none"; text = $"is {text}";""", Fields),
        PlantedCase.Fine("EnumBoxedForOtherUse", "object boxed = kind; bool same = boxed.Equals(kind);", Fields),
        PlantedCase.Fine(
            "DoubleWithFormat",
            """string text = d.ToString("F2") + $"{f:F1}" + string.Format("{0:F2}", d);""", Fields),
        PlantedCase.Fine(
            "IntWithoutFormat",
            """string text = "n=" + n + n.ToString() + $"{n}"; new StringBuilder().Append(n);""", Fields),
    ];

    private static PlantedCase Enum(string name, string body, string more = "") =>
        PlantedCase.Body(name, "enum-text", body, Fields + more);

    private static PlantedCase Float(string name, string body) => PlantedCase.Body(name, "float-text", body, Fields);
}
