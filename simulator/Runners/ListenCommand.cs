using System.CommandLine;
using System.CommandLine.Parsing;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>The options of <c>listen</c>.</summary>
public sealed class ListenCommand
{
    private readonly Option<BrokerAddress?> _broker = Options.Broker(
        "--broker", "the broker: mqtt://user:password@host:port, or mqtts:// for TLS");

    private readonly Option<string?> _ca = Options.Certificates(
        "--ca", "certificates (PEM) of the authority that the broker has its own from; without it the system's");

    private readonly Option<string?> _root = Options.Text(
        "--root", "ROOT", "what stands before the node in each topic", 64, "+#", MessageDecoder.DefaultRoot);

    private readonly Option<string?> _clientId = Options.Text(
        "--client-id", "ID", "a session of this name, which the broker keeps between two runs", 64, "", null);

    private readonly Option<string?> _csv = Options.Text(
        "--csv", "FILE", "a line for each value; - for standard output", 4096, "", null);
    private readonly Option<string?> _jsonl = Options.Text(
        "--jsonl", "FILE", "an object for each sample; - for standard output", 4096, "", null);
    private readonly Option<TimeSpan?> _for = Options.Duration("--for", "how long: 30s, 5m, 1h; without it until Ctrl-C");
    private readonly Option<bool> _plain = new("--plain") { Description = "lines instead of a live table" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _broker, _ca, _root, _clientId, _csv, _jsonl, _for, _plain })
        {
            command.Add(option);
        }

        command.Validators.Add(Complain);
    }

    /// <summary>What the user asked for.</summary>
    public ListenOptions Read(ParseResult result) => new(
        result.GetValue(_broker)! with { Trust = result.GetValue(_ca) },
        result.GetValue(_root)!,
        result.GetValue(_clientId),
        new SampleTargets(result.GetValue(_csv), result.GetValue(_jsonl)),
        result.GetValue(_for),
        result.GetValue(_plain));

    private void Complain(CommandResult result)
    {
        if (result.GetResult(_broker) is null)
        {
            result.AddError("listen needs --broker mqtt://host:port, or mqtt://user:password@host:port");
        }
        else if (new SampleTargets(result.GetValue(_csv), result.GetValue(_jsonl)).Collide)
        {
            result.AddError("--csv and --jsonl cannot both go to the same place: give one of them another file");
        }
    }
}
