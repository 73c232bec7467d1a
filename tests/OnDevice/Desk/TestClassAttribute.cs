namespace nanoFramework.TestFramework;

/// <summary>The board's mark of a class with tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TestClassAttribute : Attribute;
