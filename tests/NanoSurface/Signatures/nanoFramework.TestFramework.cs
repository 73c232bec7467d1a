// nanoFramework.TestFramework 3.0.80
// Needs: mscorlib, nanoFramework.UnitTestLauncher

using System;

namespace nanoFramework.TestFramework
{
    public sealed class Assert
    {
        internal Assert() => throw null;
        public static void AreEqual(bool expected, bool actual, string message = "") => throw null;
        public static void AreEqual(byte expected, byte actual, string message = "") => throw null;
        public static void AreEqual(int expected, int actual, string message = "") => throw null;
        public static void AreEqual(long expected, long actual, string message = "") => throw null;
        public static void AreEqual(string expected, string actual, string message = "") => throw null;
        public static void AreEqual(uint expected, uint actual, string message = "") => throw null;
        public static void IsTrue(bool condition, string message = "") => throw null;
    }

    public class TestClassAttribute : Attribute
    {
        public TestClassAttribute() => throw null;
    }

    public class TestMethodAttribute : Attribute
    {
        public TestMethodAttribute() => throw null;
    }
}
