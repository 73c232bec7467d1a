using Microsoft.Playwright;
using UlmEdge.Tests.Interop;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Dashboard;

/// <summary>A real Chromium for all tests of the page; screenshots go to a folder that is kept beside the checkout.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where screenshots are kept.</summary>
    public static string Artefacts { get; } = Checkout.PathOf("artifacts/dashboard");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        Directory.CreateDirectory(Artefacts);
        Assertions.SetDefaultExpectTimeout(30_000); // Reached only by a test that fails.
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>An empty page of a size; skips the test, or fails where nothing may be missing, if there is no browser.</summary>
    public async Task<IPage> NewPageAsync(int width = 1280, int height = 900)
    {
        if (_browser is null)
        {
            Parts.Missing("needs a browser: apt-get install chromium");
        }

        IPage page = await _browser!.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce,
        });
        page.SetDefaultTimeout(20_000);
        return page;
    }
}
