namespace nanoFramework.TestFramework;

/// <summary>The board's mark of a test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TestMethodAttribute : Attribute;
