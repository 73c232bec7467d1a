using System.Diagnostics;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Waits for what must come sooner or later, without saying when.</summary>
internal static class Eventually
{
    // Reached only by a test that fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until something holds.</summary>
    public static async Task HoldsAsync(Func<bool> condition, string what)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < Patience, $"after {Patience.TotalSeconds} s still not: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
