using System.Reflection;
using System.Runtime.InteropServices;

namespace UlmEdge.Tests.Worlds;

/// <summary>Bytes that an object of the firmware holds, as far as its fields lead: the same in every run, unlike a heap's size.</summary>
internal static class HeldMemory
{
    private const int ReferenceBytes = 4; // As on the board.

    /// <summary>Counts fields, strings and array elements, and follows references; what is not the firmware's is left out.</summary>
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
        string text => text.Length,
        Array array => (long)array.Length * SizeOf(array.GetType().GetElementType()!),
        _ => FieldsOf(item.GetType()).Sum(field => SizeOf(field.FieldType)),
    };

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

    private static int SizeOf(Type type) => !type.IsValueType ? ReferenceBytes
        : type.IsEnum ? sizeof(int)
        : type.IsPrimitive ? Marshal.SizeOf(type)
        : FieldsOf(type).Sum(field => SizeOf(field.FieldType));
}
