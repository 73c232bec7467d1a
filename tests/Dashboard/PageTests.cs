using System.Net;
using Microsoft.Playwright;
using UlmEdge.Simulator.Dashboard;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;
using UlmEdge.Tests.Interop;

namespace UlmEdge.Tests.Dashboard;

/// <summary>The page in a real browser, over a real street: what is seen there is what is in the data.</summary>
[Collection(nameof(StreetRuns))]
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Node = "muensterplatz";

    private static readonly StreetPlan Plan = new() { Nodes = 3, Speed = 20, Seed = 3 };

    [Fact]
    public async Task Live_values_appear_and_each_fault_is_seen_on_the_page_and_in_the_data()
    {
        await using Street street = await Street.OpenAsync(Plan, default);
        await using LivePage live = await OpenAsync(street);
        IPage page = await OpenAsync(live);
        ILocator chart = page.Locator("figure[data-channel=temp]");
        await Assertions.Expect(chart.Locator("path.line").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("3 nodes, 3 online");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Artefacts, "live.png"), FullPage = true });

        await page.ClickAsync("[data-kind=sensor]");
        await Assertions.Expect(page.Locator("#node-title")).ToContainTextAsync("a sensor does not deliver");
        await Assertions.Expect(chart.Locator("figcaption")).ToContainTextAsync("not present");
        await Assertions.Expect(chart.Locator("rect.gap").First).ToBeVisibleAsync();
        await page.ClickAsync("[data-kind=sensor]");
        await Assertions.Expect(page.Locator("#node-title")).ToContainTextAsync("online");

        await page.ClickAsync("[data-kind=power]");
        await Assertions.Expect(page.Locator("#node-title")).ToContainTextAsync("offline");
        Assert.False(street.Nodes.Single(node => node.Id == Node).Board.HasPower);
        await page.ClickAsync("[data-kind=power]");
        await Assertions.Expect(page.Locator("#node-title")).Not.ToContainTextAsync("offline");

        long trueMs = await LatestAsync(page);
        await page.ClickAsync("[data-kind=clock]");
        await page.WaitForFunctionAsync(
            $"async () => (await (await fetch('api/nodes/{Node}')).json()).summary.time > {trueMs + (30 * 60_000)}");
        await page.ClickAsync("[data-kind=clock]");
        await Eventually.HoldsAsync(() => street.Nodes.Single(node => node.Id == Node).Board.ClockErrorMs == 0, "the clock is right again");
    }

    [Fact]
    public async Task While_the_broker_is_stopped_nothing_comes_and_then_late_data_fill_their_gap()
    {
        await using Street street = await Street.OpenAsync(Plan, default);
        await using LivePage live = await OpenAsync(street);
        IPage page = await OpenAsync(live);
        await Assertions.Expect(page.Locator("figure[data-channel=temp] path.line").First).ToBeAttachedAsync();
        await page.ClickAsync("[data-kind=broker]");
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("The broker does not answer.");
        StreetNode node = street.Nodes.Single(each => each.Id == Node);
        await Eventually.HoldsAsync(() => node.View!.WaitingSamples > 60, "more waits than fresh data leave alone");
        await page.ClickAsync("[data-kind=broker]");
        await Assertions.Expect(page.Locator("#summary")).Not.ToContainTextAsync("The broker does not answer.");
        await Eventually.HoldsAsync(() => node.View!.WaitingSamples < 10, "what waited has been sent");
        // The outage took two minutes of the nodes' time; a slow machine may have cost them some seconds besides.
        await page.WaitForFunctionAsync($$"""
            async () => {
              const charts = (await (await fetch('api/nodes/{{Node}}')).json()).charts;
              const times = charts.find(chart => chart.n === 'temp').points.map(point => point[0]);
              return Math.max(...times.slice(1).map((time, i) => time - times[i])) < 60000;
            }
            """);
        await Assertions.Expect(page.Locator("[data-step=gapsBetween] b")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("tr[aria-selected=true] td").Nth(3)).Not.ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("figure[data-channel=temp] circle.fresh").First).ToBeAttachedAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Artefacts, "late.png"), FullPage = true });
    }

    [Fact]
    public async Task The_language_can_be_switched_and_stays()
    {
        await using Street street = await Street.OpenAsync(Plan, default);
        await using LivePage live = await OpenAsync(street);
        IPage page = await OpenAsync(live);
        await page.ClickAsync("[data-language=de]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(page.Locator("#nodes-title")).ToHaveTextAsync("Knoten");
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("verbunden");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#nodes-title")).ToHaveTextAsync("Knoten");
    }

    [Fact]
    public async Task All_of_it_can_be_reached_and_done_with_keys_alone()
    {
        await using Street street = await Street.OpenAsync(Plan, default);
        await using LivePage live = await OpenAsync(street);
        IPage page = await OpenAsync(live);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#nodes")).ToBeFocusedAsync();
        await page.FocusAsync("#map g[role=button] >> nth=1");
        string label = (await page.Locator("#map g[role=button] >> nth=1").GetAttributeAsync("aria-label"))!;
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#node-title")).ToContainTextAsync(label.Split(':')[0]);
        await Assertions.Expect(page.Locator("#node")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-kind=sensor]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[data-kind=sensor]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.FocusAsync("#filter");
        await page.Keyboard.TypeAsync("hirsch");
        await Assertions.Expect(page.Locator("#fleet tbody tr:visible")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_no_violation(ColorScheme scheme)
    {
        string consumers = Parts.NeedNodePackage("axe-core");
        await using Street street = await Street.OpenAsync(Plan, default);
        await using LivePage live = await OpenAsync(street);
        IPage page = await OpenAsync(live);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Assertions.Expect(page.Locator("figure[data-channel=temp] path.line").First).ToBeAttachedAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await page.EvaluateAsync(File.ReadAllText(Path.Combine(consumers, "node_modules/axe-core/axe.min.js")));
        string[] violations = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' ')}`)");
        Assert.Empty(violations);
    }

    [Fact]
    public async Task On_a_telephone_nothing_has_to_be_scrolled_sideways()
    {
        await using Street street = await Street.OpenAsync(Plan with { Nodes = 12 }, default);
        await using LivePage live = await OpenAsync(street);
        IPage page = await OpenAsync(live, 360, 740);
        await Assertions.Expect(page.Locator("figure[data-channel=temp] path.line").First).ToBeAttachedAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Artefacts, "telephone.png"), FullPage = true });
    }

    private static Task<long> LatestAsync(IPage page) =>
        page.EvaluateAsync<long>($"async () => (await (await fetch('api/nodes/{Node}')).json()).summary.time");

    private static async Task<LivePage> OpenAsync(Street street)
    {
        LivePage live = await LivePage.OpenAsync(street, new DashboardOptions(IPAddress.Loopback, 0), default);
        street.SwitchOn();
        return live;
    }

    private async Task<IPage> OpenAsync(LivePage live, int width = 1280, int height = 900)
    {
        IPage page = await browser.NewPageAsync(width, height);
        await page.GotoAsync($"{live.Address}#{Node}");
        await Assertions.Expect(page.Locator("#node-title")).Not.ToBeEmptyAsync();
        return page;
    }
}
