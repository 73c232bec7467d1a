using System.Reflection;

namespace UlmEdge.Tests.OnDevice;

using nanoFramework.TestFramework; // Within: xunit has a TestClassAttribute, too.

/// <summary>Runs the board's tests on the desk: the same sources, one case a method.</summary>
/// <remarks>
/// Without an object, as the board's launcher does (nanoFramework.TestFramework, UnitTestLauncher: <c>method.Invoke(null, …)</c>): a test
/// that uses a field of its class that is not static fails there.
/// </remarks>
public class OnDeskTests
{
    public static TheoryData<string, string> Methods => [..
        from type in typeof(OnDeskTests).Assembly.GetTypes()
        where type.GetCustomAttribute<TestClassAttribute>() != null
        from method in type.GetMethods()
        where method.GetCustomAttribute<TestMethodAttribute>() != null
        select (type.FullName!, method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Passes_on_the_desk(string type, string method)
    {
        MethodInfo test = Type.GetType(type, throwOnError: true)!.GetMethod(method)!;
        test.CreateDelegate<Action>(null)();
    }
}
