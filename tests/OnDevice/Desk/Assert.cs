namespace nanoFramework.TestFramework;

/// <summary>The board's assertions, as far as our tests use them, on those of the desk.</summary>
public static class Assert
{
    public static void AreEqual(bool expected, bool actual, string message = "") => Equal(expected, actual, message);

    public static void AreEqual(byte expected, byte actual, string message = "") => Equal(expected, actual, message);

    public static void AreEqual(int expected, int actual, string message = "") => Equal(expected, actual, message);

    public static void AreEqual(uint expected, uint actual, string message = "") => Equal(expected, actual, message);

    public static void AreEqual(long expected, long actual, string message = "") => Equal(expected, actual, message);

    public static void AreEqual(string expected, string actual, string message = "") => Equal(expected, actual, message);

    public static void IsTrue(bool condition, string message = "") => Xunit.Assert.True(condition, message);

    private static void Equal<T>(T expected, T actual, string message)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Xunit.Assert.Fail($"expected {expected}, got {actual}. {message}");
        }
    }
}
