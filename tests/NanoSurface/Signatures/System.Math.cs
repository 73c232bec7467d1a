// nanoFramework.System.Math 1.5.116
// Needs: mscorlib

namespace System
{
    public static class Math
    {
        public static double Abs(double value) => throw null;
    }
}
