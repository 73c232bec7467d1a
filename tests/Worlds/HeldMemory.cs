using System.Reflection;
using System.Runtime.InteropServices;

namespace UlmEdge.Tests.Worlds;

/// <summary>
/// Bytes that an object of the firmware holds on the board, as far as its fields lead: the same in every run, unlike a heap's size.
/// </summary>
/// <remarks>
/// The heap of the board's CLR consists of blocks of 12 bytes (nf-interpreter, CLR_RT_HeapBlock, 32 bits): one for an object and one for
/// each of its fields, whatever their type; two for an array before its elements, and one for each element that is no plain number. A
/// structure is an object of its own wherever it is.
/// </remarks>
internal static class HeldMemory
{
    private const int BlockBytes = 12;

    /// <summary>Counts objects, strings and arrays, and follows references; what is not the firmware's is left out.</summary>
    public static long Of(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance) { root };
        Queue<object> open = new(seen);
        long bytes = 0;
        while (open.TryDequeue(out object? item))
        {
            bytes += BytesOf(item);
            foreach (object next in ReferencesOf(item).Where(IsFirmware).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return bytes;
    }

    private static bool IsFirmware(object item) => item is Array or string or System.Collections.ArrayList
        || item.GetType().Assembly == typeof(UlmEdge.Core.Node).Assembly;

    private static long BytesOf(object item) => item switch
    {
        string text => BlockBytes + InBlocks(text.Length + 1),
        Array array => (2 * BlockBytes) + ElementsOf(array),
        System.Collections.ArrayList list => (4 * BlockBytes) + (2 * BlockBytes) + (BlockBytes * list.Capacity),
        _ => ObjectOf(item.GetType()),
    };

    private static long ElementsOf(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        return element.IsPrimitive || element.IsEnum
            ? InBlocks((long)array.Length * SizeOf(element))
            : array.Length * (BlockBytes + (element.IsValueType ? ObjectOf(element) : 0));
    }

    private static long ObjectOf(Type type) => BlockBytes + FieldsOf(type).Sum(field => BlockBytes + StructureOf(field.FieldType));

    private static long StructureOf(Type type) => type.IsValueType && !type.IsPrimitive && !type.IsEnum ? ObjectOf(type) : 0;

    private static int SizeOf(Type number) => Marshal.SizeOf(number.IsEnum ? typeof(int) : number);

    private static long InBlocks(long bytes) => (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;

    private static IEnumerable<object> ReferencesOf(object item) => item switch
    {
        string => [],
        Array array => array.GetType().GetElementType()!.IsValueType ? [] : array.Cast<object?>().OfType<object>(),
        System.Collections.ArrayList list => list.Cast<object?>().OfType<object>(),
        _ => FieldsOf(item.GetType()).Where(field => !field.FieldType.IsValueType).Select(field => field.GetValue(item)).OfType<object>(),
    };

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Own))
            {
                yield return field;
            }
        }
    }
}
