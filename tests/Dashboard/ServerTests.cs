using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using UlmEdge.Simulator.Dashboard;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Dashboard;

/// <summary>Who gets what from the page's server.</summary>
public sealed class ServerTests
{
    private static readonly DashboardModel Model = ModelWithANode();

    [Fact]
    public async Task On_loopback_the_page_is_there_with_its_parts_and_nothing_foreign()
    {
        await using DashboardServer server = await StartAsync();
        using HttpClient client = new();
        HttpResponseMessage page = await client.GetAsync(server.Address);
        string html = await page.Content.ReadAsStringAsync();
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        string[] parts = [.. Regex.Matches(html, "(?:src|href)=\"(assets/[^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(parts);
        foreach (string part in parts.Concat(["assets/chart.js", "assets/map.js", "assets/texts.js"]))
        {
            string text = await client.GetStringAsync(server.Address + part);
            Assert.DoesNotMatch(@"https?://(?!www\.w3\.org/2000/svg)", text);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(server.Address + "assets/..%2f..%2fREADME.md")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(server.Address + "api/nodes/nobody")).StatusCode);
    }

    [Fact]
    public async Task A_foreign_name_that_leads_here_gets_nothing()
    {
        await using DashboardServer server = await StartAsync();
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Get, server.Address + "api/street");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Elsewhere_than_on_loopback_a_token_is_needed()
    {
        await using DashboardServer server = await StartAsync(IPAddress.Any);
        Match address = Regex.Match(server.Address, @"^http://0\.0\.0\.0:(\d+)/\?token=([0-9a-f]{32})$");
        Assert.True(address.Success, server.Address);
        string here = $"http://127.0.0.1:{address.Groups[1].Value}/";
        using HttpClient stranger = new();
        Assert.All(
            await Task.WhenAll(new[] { "", "api/street", "assets/app.js", "?token=0" }.Select(path => stranger.GetAsync(here + path))),
            answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        using HttpClient friend = new(new HttpClientHandler { CookieContainer = new CookieContainer() });
        Assert.Equal(HttpStatusCode.OK, (await friend.GetAsync($"{here}?token={address.Groups[2].Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await friend.GetAsync(here + "api/street")).StatusCode); // By its cookie.
    }

    [Fact]
    public async Task Faults_need_a_desk_and_a_header_that_no_foreign_page_can_send()
    {
        using HttpClient client = new();
        await using (DashboardServer without = await StartAsync())
        {
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, without.Address + "faults/a/power", true));
        }

        Desk desk = new();
        await using DashboardServer server = await DashboardServer.StartAsync(Model, desk, () => true, IPAddress.Loopback, 0);
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, server.Address + "faults/a/power", false));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, server.Address + "faults/a/flood", true));
        Assert.Empty(desk.Toggled);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, server.Address + "faults/a/power", true));
        Assert.Equal(["a power"], desk.Toggled);
    }

    [Fact]
    public async Task Changes_are_pushed_as_events()
    {
        await using DashboardServer server = await StartAsync();
        using HttpClient client = new();
        using Stream stream = await client.GetStreamAsync(server.Address + "events");
        using StreamReader reader = new(stream);
        Assert.StartsWith("data: {\"version\":1,", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence()
    {
        await using DashboardServer server = await StartAsync();
        int port = new Uri(server.Address).Port;
        ProgramRun run = await ProgramRun.OfAsync($"live --nodes 1 --for 1s --dashboard-port {port}");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--dashboard-port {port} at 127.0.0.1 cannot be had", Assert.Single(run.Error));
    }

    private static Task<DashboardServer> StartAsync(IPAddress? host = null) =>
        DashboardServer.StartAsync(Model, null, () => true, host ?? IPAddress.Loopback, 0);

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string address, bool hasHeader)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address);
        if (hasHeader)
        {
            request.Headers.Add("X-UlmEdge", "1");
        }

        return (await client.SendAsync(request)).StatusCode;
    }

    private static DashboardModel ModelWithANode()
    {
        DashboardModel model = new("ulm/v1", TimeProvider.System);
        model.Take("ulm/v1/a/status", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes("""{"state":"online","boot":1,"conn":1}""")));
        return model;
    }

    private sealed class Desk : IFaultDesk
    {
        public List<string> Toggled { get; } = [];

        public IReadOnlyList<string> Kinds => ["power"];

        public IReadOnlyList<string> ActiveAt(string node) => [];

        public Task<bool> ToggleAsync(string node, string kind)
        {
            bool isKnown = Kinds.Contains(kind);
            if (isKnown)
            {
                Toggled.Add($"{node} {kind}");
            }

            return Task.FromResult(isKnown);
        }

        public Task HealAsync() => Task.CompletedTask;
    }
}
