using System.CommandLine;
using System.CommandLine.Parsing;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>live</c>: their names, bounds and help, and how they become a plan.</summary>
public sealed class LiveCommand
{
    private static readonly StreetPlan Standard = new();

    private readonly Option<int> _nodes = Options.Integer(
        "--nodes", "how many nodes", 1, 1000, StreetPlan.DefaultNodes);

    private readonly Option<int> _interval = Options.Integer(
        "--interval", "board seconds between two samples; with --sensors or --station 60", 1, 86_400, StreetPlan.DefaultIntervalSeconds);

    private readonly Option<IReadOnlyList<string>?> _sensors = SensorOptions.Sensors(
        "--sensors", "what is fitted to every node, with commas between: bme280,sds011; without it one bme280");

    private readonly Option<string?> _station = SensorOptions.StationName("--station", "a node that people build: ");

    private readonly Option<int> _batch = Options.Integer(
        "--batch", "samples in a batch", 1, 20, StreetPlan.DefaultBatchSamples);

    private readonly Option<int> _port = Options.Integer(
        "--port", "port of the embedded broker; without it a free one", 1, 65_535, null);

    private readonly Option<int> _seed = Options.Integer(
        "--seed", "decides sensors, weather and chance; without it drawn", 0, int.MaxValue, null);

    private readonly Option<double> _speed = Options.Factor(
        "--speed", "board seconds per real second", 0.01, 3600);

    private readonly Option<TimeSpan?> _for = Options.Duration(
        "--for", "how long, in real time: 500ms, 30s, 5m, 1h; without it until Ctrl-C");

    private readonly Option<RecordedWeather?> _weather = Options.Recording(
        "--weather", "recorded weather (CSV) in place of weather drawn from the seed");

    private readonly Option<BrokerAddress?> _broker = Options.Broker(
        "--broker", "an external broker: mqtt://user:password@host:port, mqtts:// with --ca; without it an embedded one");

    private readonly Option<string?> _ca = Options.Certificates(
        "--ca", "certificates (PEM) of the authority that an external broker has its own from; the nodes get them, too");

    private readonly Option<string?> _fleet = Options.Text(
        "--fleet", "DIR", "the nodes of a folder that provision has written, from exactly its files", 4096, "", null);

    private readonly Option<bool> _chaos = new("--chaos")
    {
        Description = "faults of every kind, drawn from the seed: power, network, broker, sensors, clock, memory, flash",
    };

    private readonly DashboardCommand _page = new();
    private readonly Option<string?> _payload = Options.Payload("--payload", "what batches are sent as: json, cbor or compact");
    private readonly Option<bool> _plain = new("--plain") { Description = "lines instead of a live table" };
    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
            {
                _nodes, _sensors, _station, _for, _speed, _interval, _batch, _weather, _broker, _ca, _port, _seed, _payload, _fleet, _chaos,
                _plain, _json,
            })
        {
            command.Add(option);
        }

        _page.AddPageTo(command);
        command.Validators.Add(RefuseContradictions);
    }

    /// <summary>What the user asked for.</summary>
    public LiveOptions Read(ParseResult result) => new(
        new StreetPlan
        {
            Nodes = result.GetValue(_nodes),
            Speed = result.GetValue(_speed),
            Sensors = SensorsOf(result) ?? Standard.Sensors,
            IntervalSeconds = IntervalOf(result),
            BatchSamples = result.GetValue(_batch),
            Seed = result.GetResult(_seed) is { Implicit: false } ? result.GetValue(_seed) : Random.Shared.Next(),
            Broker = BrokerOf(result),
            Port = result.GetValue(_port),
            Recording = result.GetValue(_weather),
            Payload = result.GetValue(_payload) ?? Payloads.Json,
            Chaos = result.GetValue(_chaos),
            Fleet = FleetOf(result.GetValue(_fleet)),
        },
        result.GetValue(_for),
        result.GetValue(_plain),
        result.GetValue(_json),
        _page.Page(result));

    private IReadOnlyList<string>? SensorsOf(ParseResult result) => result.GetValue(_sensors)
        ?? (result.GetValue(_station) is { } station ? Stations.All[station] : null);

    private int IntervalOf(ParseResult result) => result.GetResult(_interval) is { Implicit: false } || SensorsOf(result) is null
        ? result.GetValue(_interval)
        : StreetPlan.StationIntervalSeconds;

    private BrokerAddress? BrokerOf(ParseResult result)
    {
        BrokerAddress? broker = result.GetValue(_broker);
        return broker is { IsEncrypted: true } && result.GetValue(_ca) is null
            ? throw new WrongInputException($"--broker '{broker}' is for TLS, and the nodes must know whom to trust: give --ca FILE, too")
            : broker is null ? null : broker with { Trust = result.GetValue(_ca) };
    }

    private static ProvisionedFleet? FleetOf(string? path)
    {
        try
        {
            return path is null ? null : ProvisionedFleet.Read(path);
        }
        catch (FormatException wrong)
        {
            throw new WrongInputException($"--fleet: {wrong.Message}; ulmedge provision --out {path} makes one");
        }
    }

    private void RefuseContradictions(CommandResult result)
    {
        Option[] others = [_nodes, _sensors, _station, _interval, _batch, _broker, _payload, _chaos];
        if (result.GetResult(_fleet) is { Implicit: false }
            && others.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } other)
        {
            result.AddError($"--fleet says what {other.Name} would: give one of the two");
        }

        if (result.GetResult(_sensors) is { Implicit: false } && result.GetResult(_station) is { Implicit: false })
        {
            result.AddError("--station says what --sensors would: give one of the two");
        }

        if (result.GetResult(_port) is { Implicit: false } && result.GetResult(_broker) is { Implicit: false })
        {
            result.AddError("--port is for the embedded broker, --broker for an external one: give one of the two");
        }
    }
}
