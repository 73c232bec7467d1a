namespace UlmEdge.Tests.NanoSurface;

/// <summary>What is newer than C# 9, and what of C# 9 works on the board.</summary>
internal static class LanguageCases
{
    public static IEnumerable<PlantedCase> All =>
    [
        PlantedCase.Body("NaturalLambdaType", "CS8773", "var square = (int x) => x * x;"),
        PlantedCase.Body("RawText", "CS8773", "string text = \"\"\"raw\"\"\";"),
        PlantedCase.Body("CollectionExpression", "CS8773", "int[] numbers = [1, 2];"),
        new("PrimaryConstructor", "CS8773", "Trap", "public class Trap(int x) { public int X() { return x; } }"),
        PlantedCase.Fine(
            "SwitchExpression",
            "string name = kind switch { 0 => \"none\", > 0 and < 9 => \"some\", _ => \"many\" };",
            "private int kind;"),
        PlantedCase.Fine(
            "OwnDelegate", "Measure measure = () => 1; int x = measure();", "private delegate int Measure();"),
        PlantedCase.Fine(
            "Foreach",
            "foreach (object item in items) { sum += item.GetHashCode(); } foreach (byte b in bytes) { sum += b; }",
            "private int sum; private byte[] bytes = new byte[2]; private ArrayList items = new ArrayList();"),
        PlantedCase.Fine("Lock", "lock (gate) { }", "private readonly object gate = new object();"),
        PlantedCase.Fine("CatchAll", "try { Do(); } catch (Exception) { } finally { Do(); }"),
        PlantedCase.Fine(
            "DefaultOfType", "long none = default(long); DateTime start = default; start = start.AddTicks(none);"),
    ];
}
