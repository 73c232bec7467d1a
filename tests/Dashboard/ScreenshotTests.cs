using System.Net;
using System.Security.Cryptography;
using Microsoft.Playwright;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Dashboard;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Dashboard;

/// <summary>The picture of the page in the README is of the page as it is.</summary>
[Collection(nameof(StreetRuns))]
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    private const string Picture = "simulator/Dashboard/dashboard.png";
    private const string About = "simulator/Dashboard/README.md";

    [Fact]
    public async Task It_is_of_these_very_files()
    {
        string mark = $"<!-- dashboard.png is of the files {HashOfAssets()} -->";
        if (Environment.GetEnvironmentVariable("ULMEDGE_WRITE_SCREENSHOT") == "1")
        {
            await TakeAsync();
            string text = File.ReadAllText(Checkout.PathOf(About));
            int start = text.IndexOf("<!-- dashboard.png", StringComparison.Ordinal);
            File.WriteAllText(Checkout.PathOf(About), text[..start] + mark + text[text.IndexOf('\n', start)..]);
        }

        Assert.True(File.Exists(Checkout.PathOf(Picture)));
        Assert.Contains(mark, File.ReadAllText(Checkout.PathOf(About)));
    }

    private static string HashOfAssets()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.GetFiles(Checkout.PathOf("simulator/Dashboard/Assets")).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private async Task TakeAsync()
    {
        StreetPlan plan = new() { Nodes = 40, Speed = 120, Seed = 11, Sensors = Stations.All["ulm-standard"], IntervalSeconds = 60 };
        await using Street street = await Street.OpenAsync(plan, default);
        await using LivePage live = await LivePage.OpenAsync(street, new DashboardOptions(IPAddress.Loopback, 0), default);
        street.SwitchOn();
        IPage page = await browser.NewPageAsync(1280, 1100);
        await page.GotoAsync($"{live.Address}#muensterplatz");
        await Assertions.Expect(page.Locator("figure")).ToHaveCountAsync(16);
        await Task.Delay(TimeSpan.FromSeconds(20));
        await page.ClickAsync("[data-kind=sensor]");
        await Task.Delay(TimeSpan.FromSeconds(5));
        await page.ClickAsync("[data-kind=sensor]");
        await Task.Delay(TimeSpan.FromSeconds(8));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Checkout.PathOf(Picture) });
    }
}
