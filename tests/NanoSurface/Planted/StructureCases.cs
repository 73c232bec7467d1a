namespace UlmEdge.Tests.NanoSurface;

/// <summary>Shapes of types and methods that crash or fail on the board.</summary>
internal static class StructureCases
{
    public static IEnumerable<PlantedCase> All => Generics.Concat(Arrays).Concat(Pointers).Concat(Interfaces).Append(
        new PlantedCase("TooManyMethods", "method-count", "Trap", $"public class Trap {{ {Methods(256)} }}")).Append(
        new PlantedCase("ManyMethods", null, "", $"public class Trap {{ {Methods(253)} }}"));

    private static PlantedCase[] Generics =>
    [
        new("GenericMethod", "generic", "Trap.First",
            "public class Trap { public T First<T>(T[] all) { return all[0]; } }"),
        new("GenericMethodInCode", "generic-bytecode", "Trap.First",
            "public class Trap { public static T First<T>(T[] all) { return all[0]; } }"),
        new("GenericCall", "generic", "Trap.Do",
            "public class Trap { static void Call<T>(T x) { }\n public void Do() { Call(1); } }"),
        new("GenericCallInCode", "generic-bytecode", "Trap.Do",
            "public class Trap { static void Call<T>(T x) { }\n public void Do() { Call(1); } }"),
        new("GenericClass", "generic", "Trap", "public class Trap<T> { public T Value; }"),
        new("GenericStructInCode", "generic-bytecode", "Trap", "public struct Trap<T> { public T Value; }"),
        new("GenericField", "generic", "Trap.box",
            "public class Box<T> { }\n public class Trap { public Box<int> box; }"),
        new("GenericDelegate", "generic", "Measure", "public delegate T Measure<T>();"),
        new("GenericLocalFunction", "generic", "Trap.Do",
            "public class Trap { public void Do() { Call(1); void Call<T>(T x) { } } }"),
        new("ActionOfInt", "generic", "Trap.Do", "public class Trap { public void Do(Action<int> then) { } }"),
        new("FuncOfInt", "generic", "Trap.next", "public class Trap { private Func<int> next; }"),
        new("EventHandlerOfInt", "generic", "Trap.Changed",
            "public class Trap { public event EventHandler<int> Changed; }"),
    ];

    private static PlantedCase[] Arrays =>
    [
        new("ArrayOfTwoDimensions", "multi-dimensional-array", "Trap.field",
            "public class Trap { public int[,] field; }"),
        new("ArrayOfTwoDimensionsAsParameter", "multi-dimensional-array", "Trap.Do",
            "public class Trap { public void Do(byte[,,] x) { } }"),
        PlantedCase.Body("NewArrayOfTwoDimensions", "multi-dimensional-array", "object grid = new byte[2, 2];"),
        PlantedCase.Body("ImplicitArrayOfTwoDimensions", "multi-dimensional-array",
            "object grid = new[,] { { 1, 2 }, { 3, 4 } };"),
        PlantedCase.Fine("ArrayOfArrays", "int[][] rows = new int[2][]; rows[0] = new int[3]; rows[0][1] = 2;"),
    ];

    private static PlantedCase[] Pointers =>
    [
        PlantedCase.Body("Fixed", "pointer", "unsafe { fixed (byte* p = new byte[2]) { } }"),
        PlantedCase.Body("StackAlloc", "pointer", "unsafe { byte* p = stackalloc byte[4]; }"),
        PlantedCase.Body("ImplicitStackAlloc", "pointer", "unsafe { int* p = stackalloc[] { 1, 2 }; }"),
        new("PointerParameter", "pointer", "Trap.Do", "public class Trap { public unsafe void Do(int* p) { } }"),
        new("FunctionPointer", "pointer", "Trap.Do",
            "public class Trap { public unsafe void Do(delegate*<int, int> f) { } }"),
        new("FixedBuffer", "pointer", "Trap.bytes", "public unsafe struct Trap { public fixed byte bytes[4]; }"),
        PlantedCase.Body("PointerNeedsUnsafe", "CS0227", "unsafe { int x = 1; int* p = &x; }"),
    ];

    private static PlantedCase[] Interfaces =>
    [
        new("DefaultMethod", "interface-body", "ITrap.Do", "public interface ITrap { int Do() { return 1; } }"),
        new("DefaultArrowMethod", "interface-body", "ITrap.Do", "public interface ITrap { int Do() => 1; }"),
        new("DefaultProperty", "interface-body", "ITrap.Size", "public interface ITrap { int Size => 1; }"),
        new("DefaultAccessor", "interface-body", "ITrap.Size",
            "public interface ITrap { int Size { get { return 1; } } }"),
        new("DefaultIndexer", "interface-body", "ITrap.this[]", "public interface ITrap { int this[int i] => i; }"),
        new("StaticInInterface", "interface-body", "ITrap.Do",
            "public interface ITrap { static int Do() { return 1; } }"),
        new("StaticFieldInInterface", "interface-body", "ITrap.x", "public interface ITrap { static int x = 1; }"),
        new("PlainInterface", null, "",
            "public interface IFine { int Do(); int Size { get; } int this[int i] { get; } }"),
    ];

    // One more is the constructor that the compiler adds.
    private static string Methods(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(number => $"public void Do{number}() {{ }}"));
}
