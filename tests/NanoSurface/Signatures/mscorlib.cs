// nanoFramework.CoreLibrary 1.17.11
// Needs: nothing

using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace System
{
    public static class BitConverter
    {
        public static float ToSingle(byte[] value, int startIndex) => throw null;
    }

    public abstract class Array : IEnumerable
    {
        internal Array() => throw null;
        public int Length { get; }
        public static void Copy(Array sourceArray, Array destinationArray, int length) => throw null;
        public static void Copy(
            Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex,
            int length) => throw null;
        public IEnumerator GetEnumerator() => throw null;
    }

    public delegate void AsyncCallback(IAsyncResult ar);

    public abstract class Attribute
    {
        protected Attribute() => throw null;
    }

    [Flags]
    public enum AttributeTargets
    {
        Assembly = 1,
        Module = 2,
        Class = 4,
        Struct = 8,
        Enum = 16,
        Constructor = 32,
        Method = 64,
        Property = 128,
        Field = 256,
        Event = 512,
        Interface = 1024,
        Parameter = 2048,
        Delegate = 4096,
        ReturnValue = 8192,
        All = 16383,
    }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public AttributeUsageAttribute(AttributeTargets validOn) => throw null;
        public bool AllowMultiple { get; set; }
        public bool Inherited { get; set; }
    }

    public struct Boolean
    {
    }

    public struct Byte
    {
    }

    public struct Char
    {
        public override string ToString() => throw null;
    }

    public static class Console
    {
        public static void WriteLine(string value) => throw null;
    }

    public struct DateTime
    {
        public static readonly DateTime UnixEpoch;
        public DateTime(long ticks) => throw null;
        public long Ticks { get; }
        public static DateTime UtcNow { get; }
        public int Year { get; }
        public DateTime AddTicks(long val) => throw null;
        public string ToString(string format) => throw null;
    }

    public abstract class Delegate
    {
        protected Delegate() => throw null;
        public static Delegate Combine(Delegate a, Delegate b) => throw null;
        public static Delegate Remove(Delegate source, Delegate value) => throw null;
    }

    public struct Double
    {
        public const double NaN = 0.0 / 0.0;
        public const double PositiveInfinity = 1.0 / 0.0;
        public static bool IsInfinity(double d) => throw null;
        public static bool IsNaN(double d) => throw null;
        public override string ToString() => throw null;
        public string ToString(string format) => throw null;
    }

    public abstract class Enum : ValueType
    {
        internal Enum() => throw null;
        public override string ToString() => throw null;
    }

    public class EventArgs
    {
        public EventArgs() => throw null;
    }

    public class Exception
    {
        internal Exception() => throw null;
    }

    public class FlagsAttribute : Attribute
    {
        public FlagsAttribute() => throw null;
    }

    public interface IAsyncResult
    {
    }

    public interface IDisposable
    {
        void Dispose();
    }

    public struct Int16
    {
    }

    public struct Int32
    {
        public const int MaxValue = 2147483647;
        public const int MinValue = -2147483648;
        public override string ToString() => throw null;
        public string ToString(string format) => throw null;
    }

    public struct Int64
    {
        public const long MaxValue = 9223372036854775807;
        public const long MinValue = -9223372036854775808;
    }

    public struct IntPtr
    {
    }

    public abstract class MarshalByRefObject
    {
        protected MarshalByRefObject() => throw null;
    }

    public abstract class MulticastDelegate : Delegate
    {
        internal MulticastDelegate() => throw null;
    }

    public class Object
    {
        public Object() => throw null;
        public virtual bool Equals(object obj) => throw null;
        public virtual int GetHashCode() => throw null;
        public Type GetType() => throw null;
        public virtual string ToString() => throw null;
        ~Object() => throw null;
    }

    public sealed class ParamArrayAttribute : Attribute
    {
        public ParamArrayAttribute() => throw null;
    }

    public class Random
    {
        public Random() => throw null;
        public virtual int Next(int maxValue) => throw null;
    }

    public struct RuntimeFieldHandle
    {
    }

    public struct RuntimeTypeHandle
    {
    }

    public struct SByte
    {
    }

    public struct Single
    {
        public const float PositiveInfinity = 1f / 0f;
        public static bool IsNaN(float f) => throw null;
        public override string ToString() => throw null;
    }

    public readonly ref struct SpanByte
    {
        private readonly byte content;
        public static implicit operator SpanByte(byte[] array) => throw null;
    }

    public sealed class String : IEnumerable
    {
        public static readonly string Empty;
        public String(char[] value) => throw null;
        public String(char[] value, int startIndex, int length) => throw null;
        public int Length { get; }
        [IndexerName("Chars")] public char this[int index] { get => throw null; }
        public static string Concat(object arg0, object arg1) => throw null;
        public static string Concat(params string[] values) => throw null;
        public static string Concat(string str0, string str1) => throw null;
        public static string Concat(string str0, string str1, string str2) => throw null;
        public static string Concat(string str0, string str1, string str2, string str3) => throw null;
        public static string Format(string format, params object[] args) => throw null;
        public IEnumerator GetEnumerator() => throw null;
        public int IndexOf(char value) => throw null;
        public int LastIndexOf(char value) => throw null;
        public bool StartsWith(string value) => throw null;
        public string Substring(int startIndex) => throw null;
        public static bool operator ==(string a, string b) => throw null;
        public static bool operator !=(string a, string b) => throw null;
    }

    public struct TimeSpan
    {
        private byte content;
        public const long TicksPerMillisecond = 10000;
        public const long TicksPerSecond = 10000000;
        public long Ticks { get; }
    }

    public abstract class Type : MemberInfo
    {
        internal Type() => throw null;
        public abstract Assembly Assembly { get; }
        public abstract string AssemblyQualifiedName { get; }
        public abstract Type BaseType { get; }
        public abstract string FullName { get; }
        public abstract Type GetElementType();
        public abstract FieldInfo GetField(string name, BindingFlags bindingAttr);
        public abstract FieldInfo[] GetFields(BindingFlags bindingAttr);
        public abstract Type[] GetInterfaces();
        public abstract MethodInfo[] GetMethods(BindingFlags bindingAttr);
        public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => throw null;
    }

    public struct UInt16
    {
    }

    public struct UInt32
    {
        public const uint MaxValue = 4294967295;
    }

    public struct UInt64
    {
    }

    public struct UIntPtr
    {
    }

    public abstract class ValueType
    {
        protected ValueType() => throw null;
    }

    public struct Void
    {
    }
}

namespace System.Collections
{
    public class ArrayList : IEnumerable
    {
        public ArrayList() => throw null;
        public virtual int Capacity { get => throw null; set => throw null; }
        public virtual int Count { get; }
        public virtual object this[int index] { get => throw null; set => throw null; }
        public virtual int Add(object value) => throw null;
        public virtual void Clear() => throw null;
        public virtual IEnumerator GetEnumerator() => throw null;
        public virtual int IndexOf(object value) => throw null;
        public virtual void Insert(int index, object value) => throw null;
        public virtual void Remove(object value) => throw null;
        public virtual void RemoveAt(int index) => throw null;
        public virtual Array ToArray(Type type) => throw null;
    }

    public interface IEnumerable
    {
        IEnumerator GetEnumerator();
    }

    public interface IEnumerator
    {
        object Current { get; }
        bool MoveNext();
        void Reset();
    }
}

namespace System.Reflection
{
    public class Assembly
    {
        internal Assembly() => throw null;
    }

    [Flags]
    public enum BindingFlags
    {
        Default = 0,
        IgnoreCase = 1,
        DeclaredOnly = 2,
        Instance = 4,
        Static = 8,
        Public = 16,
        NonPublic = 32,
        FlattenHierarchy = 64,
        InvokeMethod = 256,
        CreateInstance = 512,
        GetField = 1024,
        SetField = 2048,
        GetProperty = 4096,
        SetProperty = 8192,
        PutDispProperty = 16384,
        PutRefDispProperty = 32768,
        ExactBinding = 65536,
        SuppressChangeType = 131072,
        OptionalParamBinding = 262144,
        IgnoreReturn = 16777216,
    }

    public sealed class DefaultMemberAttribute : Attribute
    {
        public DefaultMemberAttribute(string memberName) => throw null;
    }

    public abstract class FieldInfo : MemberInfo
    {
        internal FieldInfo() => throw null;
        public abstract Type FieldType { get; }
        public abstract object GetValue(object obj);
    }

    public abstract class MemberInfo
    {
        protected MemberInfo() => throw null;
        public abstract Type DeclaringType { get; }
        public abstract MemberTypes MemberType { get; }
        public abstract string Name { get; }
        public abstract object[] GetCustomAttributes(bool inherit);
    }

    public enum MemberTypes
    {
        Constructor = 1,
        Event = 2,
        Field = 4,
        Method = 8,
        Property = 16,
        TypeInfo = 32,
        Custom = 64,
        NestedType = 128,
        All = 191,
    }

    public abstract class MethodBase : MemberInfo
    {
        protected MethodBase() => throw null;
        public abstract ParameterInfo[] GetParameters();
    }

    public abstract class MethodInfo : MethodBase
    {
        internal MethodInfo() => throw null;
        public abstract Type ReturnType { get; }
    }

    public abstract class ParameterInfo
    {
        internal ParameterInfo() => throw null;
    }
}

namespace System.Runtime.CompilerServices
{
    public sealed class IndexerNameAttribute : Attribute
    {
        public IndexerNameAttribute(string indexerName) => throw null;
    }

    public static class RuntimeFeature
    {
        public const string DefaultImplementationsOfInterfaces = "DefaultImplementationsOfInterfaces";
    }

    public static class RuntimeHelpers
    {
        public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle) => throw null;
    }
}

namespace System.Threading
{
    public static class Monitor
    {
        public static void Enter(object obj) => throw null;
        public static void Exit(object obj) => throw null;
    }

    public sealed class Thread
    {
        public Thread(ThreadStart start) => throw null;
        public static void Sleep(int millisecondsTimeout) => throw null;
        public void Start() => throw null;
    }

    public delegate void ThreadStart();
}
