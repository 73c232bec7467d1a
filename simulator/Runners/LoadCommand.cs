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

    private readonly Option<bool> _storm = new("--storm")
    {
        Description = "all nodes return at once after a power cut, with a backlog; with and without slots and jitter, side by side",
    };

    private readonly Option<TimeSpan?> _backlog = Options.Duration("--backlog", "how much waits in each node at a --storm; without it 30m");
    private readonly Option<bool> _json = new("--json") { Description = "a JSON object as the last line" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
            { _nodes, _for, _ramp, _interval, _batch, _broker, _root, _unchecked, _storm, _backlog, _json })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool isStorm = result.GetValue(_storm);
            foreach (Option option in isStorm ? new Option[] { _for, _ramp, _unchecked } : [_backlog])
            {
                if (result.GetResult(option) is { Implicit: false })
                {
                    result.AddError(isStorm
                        ? $"{option.Name} and --storm: a storm has no ramp, ends when all is sent, and counts what is acknowledged"
                        : $"{option.Name} is for a --storm: give that, too");
                }
            }

            if (result.GetValue(_broker) is { IsEncrypted: true })
            {
                result.AddError("--broker for load must be mqtt://: thousands of TLS handshakes would measure those");
            }
        });
    }

    /// <summary>Runs what was asked for.</summary>
    public Task<int> RunAsync(ParseResult result, TextWriter output, CancellationToken stop) => result.GetValue(_storm)
        ? new StormRunner(Read(result), result.GetValue(_backlog) ?? TimeSpan.FromMinutes(30), output).RunAsync(stop)
        : new LoadRunner(Read(result), output).RunAsync(stop);

    private LoadOptions Read(ParseResult result) => new(
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
