// nanoFramework.System.Text 1.3.42
// Needs: mscorlib

namespace System.Text
{
    public sealed class StringBuilder
    {
        public StringBuilder() => throw null;
        public StringBuilder Append(double value) => throw null;
        public StringBuilder Append(int value) => throw null;
        public StringBuilder Append(object value) => throw null;
    }
}
