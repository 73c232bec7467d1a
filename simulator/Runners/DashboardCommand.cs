using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Dashboard;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>dashboard</c>, and those of the page of <c>live</c>.</summary>
public sealed class DashboardCommand
{
    private readonly Option<BrokerAddress?> _broker = Options.Broker(
        "--broker", "the broker: mqtt://user:password@host:port, or mqtts:// for TLS");

    private readonly Option<string?> _ca = Options.Certificates(
        "--ca", "certificates (PEM) of the authority that the broker has its own from; without it the system's");

    private readonly Option<string?> _root = Options.Text(
        "--root", "ROOT", "what stands before the node in each topic", 64, "+#", MessageDecoder.DefaultRoot);

    private readonly Option<IReadOnlyDictionary<string, Place>?> _fleet = Options.Of<IReadOnlyDictionary<string, Place>?>(
        "--fleet", "FILE", "the fleet's file, for the places at which nodes hang", "a fleet file like fleet.csv", null, PlacesIn);

    private readonly Option<TimeSpan?> _for = Options.Duration("--for", "how long: 30s, 5m, 1h; without it until Ctrl-C");

    private readonly Option<bool> _none = new("--no-dashboard") { Description = "no page to look at" };
    private readonly Option<int> _port = Options.Integer("--dashboard-port", "port of the page; without it a free one", 1, 65_535, null);

    private readonly Option<IPAddress?> _host = Options.Of<IPAddress?>(
        "--dashboard-host",
        "ADDRESS",
        "address of the page; on any but loopback it wants the token that is printed",
        "an IP address like 127.0.0.1 or 0.0.0.0",
        null,
        text => IPAddress.TryParse(text, out IPAddress? address)
            ? address
            : throw new FormatException(Options.Wrong(text, "an IP address like 127.0.0.1 or 0.0.0.0")));

    /// <summary>Adds all options to the verb.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _broker, _ca, _root, _fleet, _for, _port, _host })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(_broker) is null)
            {
                result.AddError("dashboard needs --broker mqtt://host:port, or mqtt://user:password@host:port");
            }
        });
    }

    /// <summary>Adds what <c>live</c> has of it.</summary>
    public void AddPageTo(Command command)
    {
        command.Add(_none);
        AddAddressTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_none) is { Implicit: false } && HasAddress(result))
            {
                result.AddError("--no-dashboard and an address for it: give one of the two");
            }
        });
    }

    /// <summary>Adds what a page of any command has: where it is.</summary>
    public void AddAddressTo(Command command)
    {
        command.Add(_port);
        command.Add(_host);
    }

    /// <summary>Whether somebody said where.</summary>
    public bool HasAddress(SymbolResult result) =>
        result.GetResult(_port) is { Implicit: false } || result.GetResult(_host) is { Implicit: false };

    /// <summary>Where the page is to be, or null for nowhere.</summary>
    public DashboardOptions? Page(ParseResult result) => result.GetValue(_none)
        ? null
        : new DashboardOptions(result.GetValue(_host) ?? IPAddress.Loopback, result.GetValue(_port));

    /// <summary>Shows what nodes publish on a broker.</summary>
    /// <returns>0.</returns>
    /// <exception cref="WrongInputException">The broker cannot be reached, or refuses.</exception>
    public async Task<int> RunAsync(ParseResult result, TextWriter output, CancellationToken stop)
    {
        BrokerAddress broker = result.GetValue(_broker)! with { Trust = result.GetValue(_ca) };
        Scene? scene = result.GetValue(_fleet) is { } places ? new Scene { Places = places } : null;
        DashboardModel model = new(result.GetValue(_root)!, TimeProvider.System, scene);
        await using DashboardFeed feed = new(broker, model);
        BrokerSetup.Demand(await feed.OpenAsync(stop), broker, feed.LastFailure);
        DashboardOptions page = Page(result)!;
        await using DashboardServer server = await DashboardServer.StartAsync(model, null, () => feed.IsConnected, page.Host, page.Port);
        output.WriteLine($"Dashboard: {server.Address}");
        output.WriteLine($"It shows what is published below {model.Root}/ on {broker}. Ctrl-C ends it.");
        await Task.Delay(result.GetValue(_for) ?? Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        (int nodes, long samples) = model.Look(all => (all.Count, all.Values.Sum(node => node.Arrivals.SampleCount)));
        output.WriteLine($"{Wording.Count(nodes, "node")}, {samples} samples received; {model.Faults} messages could not be read.");
        return 0;
    }

    private static IReadOnlyDictionary<string, Place> PlacesIn(string path)
    {
        List<FleetFault> faults = [];
        IReadOnlyList<FleetNode> nodes = FleetFile.Read(Options.ContentOf(path), faults);
        return faults.Count == 0
            ? nodes.ToDictionary(node => node.Id, node => new Place(node.Id, node.Place, node.Latitude, node.Longitude, 0))
            : throw new FormatException($"{path}: {faults[0]}");
    }
}
