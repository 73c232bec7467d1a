namespace UlmEdge.Tests.NanoSurface;

/// <summary>Types, members and overloads that .NET has and the board has not: the compiler reports them.</summary>
internal static class MissingApiCases
{
    public static IEnumerable<PlantedCase> All =>
    [
        PlantedCase.Body("ListOfInt", "CS0246", "object list = new List<int>();"),
        PlantedCase.Body("ListOfIntByFullName", "CS0234", "object list = new System.Collections.Generic.List<int>();"),
        PlantedCase.Body("Dictionary", "CS0246", "object map = new Dictionary<string, int>();"),
        PlantedCase.Body("StringJoin", "CS0117", """string text = string.Join(",", new string[] { "a", "b" });"""),
        PlantedCase.Body("StringReplace", PlantedCase.CompilerError, """string text = "a".Replace('a', 'b');"""),
        PlantedCase.Body("IsNullOrWhiteSpace", "CS0117", """bool empty = string.IsNullOrWhiteSpace("");"""),
        PlantedCase.Body("StringComparison", "CS0103", """bool same = "a".Equals("A", StringComparison.Ordinal);"""),
        PlantedCase.Body("CharIsDigit", "CS0117", "bool digit = char.IsDigit('1');"),
        PlantedCase.Body("DateTimeNow", "CS0117", "long ticks = DateTime.Now.Ticks;"),
        PlantedCase.Body("ArraySort", "CS0117", "Array.Sort(new int[2]);"),
        PlantedCase.Body("MonitorPulse", "CS0117", "Monitor.Pulse(this);"),
        PlantedCase.Body(
            "ThreadWithArgument",
            PlantedCase.CompilerError,
            "new Thread(Run).Start();", "private void Run(object argument) { }"),
        PlantedCase.Body("AppendFormat", PlantedCase.CompilerError, """new StringBuilder().AppendFormat("{0}", 1);"""),
        PlantedCase.Body("InsertText", PlantedCase.CompilerError, """new StringBuilder().Insert(0, "a");"""),
        PlantedCase.Body("RoundToDigits", PlantedCase.CompilerError, "double rounded = Math.Round(1.25, 1);"),
        PlantedCase.Body("DivideByZeroException", "CS0246", "try { } catch (DivideByZeroException) { }"),
        PlantedCase.Body("OverflowException", "CS0246", "try { } catch (OverflowException) { }"),
        PlantedCase.Body("NullableInt", "CS0518", "int? missing = null;"),
        PlantedCase.Body(
            "NullableByConditionalAccess", "CS0518", "bool none = text?.Length == null;", "private string text;"),
        PlantedCase.Body("Tuple", "CS8179", "var pair = (1, 2);"),
        PlantedCase.Body("TupleSwap", "CS8179", "(a, b) = (b, a);", "private int a, b;"),
        PlantedCase.Body("Decimal", "CS0518", "decimal money = 1m;"),
        PlantedCase.Body("IndexFromEnd", "CS0518", "int last = new int[2][^1];"),
        PlantedCase.Body("RangeOfText", "CS0518", """string part = "abcd"[1..3];"""),
        PlantedCase.Body("Linq", "CS1935", "object some = from x in new int[2] select x;"),
        PlantedCase.Body("ConsoleOfInt", PlantedCase.CompilerError, "Console.WriteLine(1);"),
        new("Yield", "CS0518", "Trap.Do", "public class Trap { public IEnumerable Do() { yield return 1; } }"),
        new("AsyncMethod", "CS0518", "Trap.Do", "public class Trap { public async void Do() { } }"),
        new("Record", "CS0518", "Trap", "public record Trap(int Value);"),
        new("Volatile", "volatile", "Trap.flag", "public class Trap { public volatile bool flag; }") { IsAlone = true },
        new("ThreadStatic", "CS0246", "Trap.value", "public class Trap { [ThreadStatic] public static int value; }"),
    ];
}
