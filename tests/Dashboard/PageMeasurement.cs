using Microsoft.Playwright;

namespace UlmEdge.Tests.Dashboard;

/// <summary>How long an update takes in the browser; run by hand, as simulator/Dashboard/README.md says.</summary>
public sealed class PageMeasurement(Browser browser) : IClassFixture<Browser>
{
    [Fact(Explicit = true)]
    public async Task Of_the_page_at_ULMEDGE_PAGE()
    {
        string address = Environment.GetEnvironmentVariable("ULMEDGE_PAGE")!;
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("figure").First).ToBeVisibleAsync(new() { Timeout = 90_000 }); // A batch a minute.
        await page.EvaluateAsync("window.ulmedgeTiming.worstMs = 0; window.ulmedgeTiming.updates = 0");
        await Task.Delay(TimeSpan.FromSeconds(60));
        string measured = await page.EvaluateAsync<string>(
            "JSON.stringify({ nodes: document.querySelectorAll('#fleet tbody tr').length, ...window.ulmedgeTiming })");
        Console.WriteLine(measured);
        Assert.Contains("\"updates\":", measured);
    }
}
