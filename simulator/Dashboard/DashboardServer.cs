using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>Serves the page: on loopback to everybody there, elsewhere to whoever has the token.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private const string Cookie = "ulmedge-token";
    private const string Header = "X-UlmEdge";

    // The page is our own files and nothing else; no other page may frame it or post to it.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan EventPause = TimeSpan.FromMilliseconds(500);
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly WebApplication _app;
    private readonly DashboardModel _model;
    private readonly IFaultDesk? _desk;
    private readonly Func<bool> _isConnected;
    private readonly string? _token;
    private readonly IPAddress _host;

    private DashboardServer(WebApplication app, DashboardModel model, IFaultDesk? desk, Func<bool> isConnected, IPAddress host)
    {
        _app = app;
        _model = model;
        _desk = desk;
        _isConnected = isConnected;
        _host = host;
        _token = IPAddress.IsLoopback(host) ? null : RandomNumberGenerator.GetHexString(32, lowercase: true);
    }

    /// <summary>Where the page is, with the token if there is one.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Starts to serve.</summary>
    /// <param name="model">What is shown.</param>
    /// <param name="desk">What can be done to nodes, or null for nothing.</param>
    /// <param name="isConnected">Whether the broker answers.</param>
    /// <param name="host">The address to listen at.</param>
    /// <param name="port">The port; 0 lets the system choose.</param>
    /// <exception cref="WrongInputException">The address or port cannot be had.</exception>
    public static async Task<DashboardServer> StartAsync(
        DashboardModel model, IFaultDesk? desk, Func<bool> isConnected, IPAddress host, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(host, port);
            kestrel.AddServerHeader = false;
        });
        DashboardServer server = new(builder.Build(), model, desk, isConnected, host);
        server.Map();
        try
        {
            await server._app.StartAsync();
        }
        catch (IOException)
        {
            await server._app.DisposeAsync();
            throw new WrongInputException($"--dashboard-port {port} at {host} cannot be had; give another one, or --no-dashboard");
        }

        string bound = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.Address = $"{bound}/{(server._token is { } token ? $"?token={token}" : string.Empty)}";
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new(TimeSpan.FromSeconds(1)); // Open event streams would keep it.
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private void Map()
    {
        _app.Use(GuardAsync);
        _app.MapGet("/", () => Asset("index.html"));
        _app.MapGet("/assets/{name}", Asset);
        _app.MapGet("/api/street", () => Json(DashboardJson.Street(_model, _desk, _isConnected(), -1)));
        _app.MapGet("/api/nodes/{id}", (string id) => Json(DashboardJson.Node(_model, _desk, id)));
        _app.MapGet("/export/{id}.csv", (string id) => DashboardExport.Csv(_model, id) is { } csv
            ? Results.File(Encoding.UTF8.GetBytes(csv), "text/csv", $"{id}.csv")
            : Results.NotFound());
        _app.MapGet("/export/{id}.senml.json", (string id) => DashboardExport.Senml(_model, id) is { } pack
            ? Results.File(pack, "application/senml+json", $"{id}.senml.json")
            : Results.NotFound());
        _app.MapGet("/events", EventsAsync);
        _app.MapPost("/faults/{node}/{kind}", ToggleAsync);
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        if (!IsOurName(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest; // A foreign name that leads here: DNS rebinding.
            return;
        }

        if (_token is not null && !MayPass(context))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("This page needs the token that was printed when it was started.");
            return;
        }

        await next(context);
    }

    private bool IsOurName(string name) => _token is not null || name is "localhost" or "127.0.0.1" or "[::1]";

    private bool MayPass(HttpContext context)
    {
        string given = context.Request.Query["token"].FirstOrDefault() ?? context.Request.Cookies[Cookie] ?? string.Empty;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(_token!)))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, given, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return true;
    }

    private async Task<IResult> ToggleAsync(HttpContext context, string node, string kind)
    {
        // A page of somebody else can post here, but not with a header of its own.
        if (_desk is null || context.Request.Headers[Header] != "1")
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await _desk.ToggleAsync(node, kind) ? Json(DashboardJson.Node(_model, _desk, node)) : Results.NotFound();
    }

    // Server-sent events: what has changed since the last one, twice a second at most.
    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, _app.Lifetime.ApplicationStopping);
        long since = -1;
        bool wasConnected = !_isConnected();
        try
        {
            while (true)
            {
                bool isConnected = _isConnected();
                if (_model.Version != since || isConnected != wasConnected)
                {
                    byte[] change = DashboardJson.Street(_model, _desk, isConnected, since);
                    (since, wasConnected) = (_model.Version, isConnected);
                    await context.Response.Body.WriteAsync("data: "u8.ToArray(), end.Token);
                    await context.Response.Body.WriteAsync(change, end.Token);
                    await context.Response.Body.WriteAsync("\n\n"u8.ToArray(), end.Token);
                    await context.Response.Body.FlushAsync(end.Token);
                }

                await Task.Delay(EventPause, end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the program ends.
        }
    }

    private static IResult Json(byte[]? json) => json is null ? Results.NotFound() : Results.Bytes(json, "application/json");

    private static IResult Asset(string name)
    {
        Stream? stream = typeof(DashboardServer).Assembly.GetManifestResourceStream($"dashboard/{name}");
        return stream is not null && Types.TryGetValue(Path.GetExtension(name), out string? type)
            ? Results.Stream(stream, type)
            : Results.NotFound();
    }
}
