using System.CommandLine;
using System.CommandLine.Parsing;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Load;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>load</c>.</summary>
public sealed class LoadCommand
{
    private readonly Option<int> _nodes = Options.Integer("--nodes", "how many nodes", 1, 50_000, 1_000);
    private readonly Option<TimeSpan?> _for = Options.Duration("--for", "how long they measure once all are there; without it 60s");
    private readonly Option<TimeSpan?> _ramp = Options.Duration("--ramp", "over which time they are switched on; without it 20s");
    private readonly Option<int> _interval = Options.Integer("--interval", "seconds between two samples", 1, 86_400, 12);
    private readonly Option<int> _batch = Options.Integer("--batch", "samples in a batch", 1, 20, 5);

    private readonly Option<BrokerAddress?> _broker = Options.Broker(
        "--broker", "the broker: mqtt://user:password@host:port; without it an embedded one");

    private readonly Option<string?> _root = Options.Text(
        "--root", "ROOT", "what stands before the node in each topic", 64, "+#", MessageDecoder.DefaultRoot);

    private readonly Option<bool> _unchecked = new("--unchecked")
    {
        Description = "nobody subscribes: what the broker has acknowledged counts as arrived",
    };

    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _nodes, _for, _ramp, _interval, _batch, _broker, _root, _unchecked, _json })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_broker) is { IsEncrypted: true })
            {
                result.AddError("--broker for load must be mqtt://: thousands of TLS handshakes would measure those");
            }
        });
    }

    /// <summary>What the user asked for.</summary>
    public LoadOptions Read(ParseResult result) => new(
        result.GetValue(_nodes),
        result.GetValue(_for) ?? TimeSpan.FromMinutes(1),
        result.GetValue(_ramp) ?? TimeSpan.FromSeconds(20),
        result.GetValue(_interval),
        result.GetValue(_batch),
        result.GetValue(_broker),
        result.GetValue(_root)!,
        result.GetValue(_unchecked),
        result.GetValue(_json));
}
