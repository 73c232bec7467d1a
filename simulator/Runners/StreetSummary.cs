using System.Text.Json;
using System.Text.Json.Nodes;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Runners;

/// <summary>What came of a run, in words and as JSON.</summary>
public sealed class StreetSummary
{
    private const int NodesNamed = 3;

    private readonly Street _street;
    private readonly StreetTally _tally;
    private readonly TimeSpan _elapsed;
    private readonly int _repeated;
    private readonly FleetProof? _proof;
    private readonly IReadOnlyDictionary<FaultKind, int>? _chaos;

    /// <summary>Sums up a street whose boards are off.</summary>
    /// <param name="street">The street.</param>
    /// <param name="elapsed">How long it measured, in real time.</param>
    /// <param name="chaos">How many faults of each kind there were; null unless there was to be chaos.</param>
    public StreetSummary(Street street, TimeSpan elapsed, IReadOnlyDictionary<FaultKind, int>? chaos = null)
    {
        _chaos = chaos;
        _street = street;
        _tally = street.Tally();
        _elapsed = elapsed;
        _repeated = street.Subscriber.Reception.RepeatedCount;
        _proof = street.Plan.Fleet is null ? null : new FleetProof(street);
        Faults = [.. FindFaults()];
    }

    /// <summary>What must not happen, whatever becomes of the broker; a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>0 when everything taken has arrived, else 1.</summary>
    public int ExitCode =>
        _tally.Lost == 0 && _tally.Pending == 0 && Faults.Count == 0 && (_proof is null || _proof.Failed.Count == 0) ? 0 : 1;

    /// <summary>In words.</summary>
    public IEnumerable<string> Sentences()
    {
        double boardSeconds = _elapsed.TotalSeconds * _street.Plan.Speed;
        yield return $"In {Wording.Seconds(_elapsed)} ({boardSeconds:F0} s of board time) "
            + $"{Wording.Count(_street.Nodes.Count, "node")} took {Wording.Count(_tally.Samples, "sample")}.";
        yield return $"Published {_tally.Published}, acknowledged {_tally.Acknowledged}, "
            + $"received by an independent subscriber {_tally.Received}, repeated {_repeated}.";
        yield return _tally.Lost == 0
            ? "Nothing was lost."
            : $"LOST: {Wording.Count(_tally.Lost, "sample")} neither arrived nor waits in a node, nor says a node's ledger why.";
        if (_tally.Pending > 0)
        {
            yield return $"PENDING: {Wording.Count(_tally.Pending, "sample")} still waited in the nodes "
                + $"for the broker at {_street.BrokerAddress}: {Waiting()}.";
        }

        foreach (string sentence in NotArrived().Concat(Chaos()).Concat(_proof?.Sentences() ?? []))
        {
            yield return sentence;
        }

        foreach (string fault in Faults)
        {
            yield return $"FAULT: {fault}";
        }
    }

    /// <summary>As one line of JSON.</summary>
    public string ToJson()
    {
        JsonObject summary = new()
        {
            ["command"] = "live",
            ["nodes"] = _street.Nodes.Count,
            ["samples"] = _tally.Samples,
            ["published"] = _tally.Published,
            ["acknowledged"] = _tally.Acknowledged,
            ["received"] = _tally.Received,
            ["lost"] = _tally.Lost,
            ["repeated"] = _repeated,
            ["pending"] = _tally.Pending,
            ["seconds"] = Math.Round(_elapsed.TotalSeconds, 1),
        };
        if (_proof is not null)
        {
            summary["passed"] = _proof.Passed;
            summary["failed"] = new JsonObject(_proof.Failed.Select(node => KeyValuePair.Create(node.Id, (JsonNode?)node.Why)));
        }

        if (_chaos is not null)
        {
            summary["faults"] = new JsonObject(_chaos.Select(
                fault => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName($"{fault.Key}"), (JsonNode?)fault.Value)));
        }

        return summary.ToJsonString();
    }

    // Why samples may not have arrived as they were taken although no node lost what its flash had.
    private IEnumerable<string> NotArrived()
    {
        if (_tally.Unwritten > 0)
        {
            yield return $"Not counted above: {Wording.Count(_tally.Unwritten, "sample")} that stood only in a node's memory "
                + "when its power was cut; a sample is kept from the moment its batch is closed and the flash has taken it.";
        }

        if (_tally.Refused > 0)
        {
            yield return $"{Wording.Count(_tally.Refused, "sample")} gave way in a node's memory "
                + "while its flash refused to be written.";
        }

        if (_tally.Thinned + _tally.Evicted > 0)
        {
            yield return $"For want of space in flash, {Wording.Count(_tally.Thinned, "old sample")} "
                + "became minimum, mean and maximum, "
                + $"and {_tally.Evicted} gave way; the nodes' ledgers say so.";
        }

        if (_street.Subscriber.Reception is { RedeliveredCount: > 0 } reception)
        {
            yield return $"{Wording.Count(reception.RedeliveredCount, "sample")} came again under the same number, as QoS 1 allows, "
                + "and were counted once.";
        }
    }

    private IEnumerable<string> Chaos()
    {
        if (_chaos is not null)
        {
            yield return $"{Wording.Count(_chaos.Values.Sum(), "fault")} of {Wording.Count(_chaos.Count, "kind")}: "
                + string.Join(", ", _chaos.Select(fault => $"{Wording.Of(fault.Key)} {fault.Value}")) + ".";
        }
    }

    private string Waiting()
    {
        string[] nodes = [.. _street.Nodes
            .Where(node => node.Tally().Pending > 0)
            .Select(node => $"{node.Id} {node.Tally().Pending} ({Wording.Of(node)}{Restriction(node)})")];
        return string.Join(", ", nodes.Take(NodesNamed)) + (nodes.Length > NodesNamed ? ", …" : string.Empty);
    }

    private static string Restriction(StreetNode node) =>
        node.View is { IsInMemory: true } ? ", without its flash" : string.Empty;

    private IEnumerable<string> FindFaults()
    {
        if (_repeated > 0)
        {
            yield return $"{Wording.Count(_repeated, "sample")} arrived under two numbers, so that a backend has them twice";
        }

        if (_tally.Invented > 0)
        {
            yield return $"{Wording.Count(_tally.Invented, "sample")} arrived that no node took";
        }

        if (_street.Subscriber.Reception is { MalformedCount: > 0 } reception)
        {
            yield return $"{Wording.Count(reception.MalformedCount, "message")} broke the contract; "
                + reception.LastFault;
        }

        if (_street.Broker is { DroppedMessages: > 0 } broker)
        {
            yield return $"the embedded broker dropped {Wording.Count(broker.DroppedMessages, "message")}";
        }

        StreetNode? violating = _street.Nodes.FirstOrDefault(node => node.Board.Sensor.Violations.Count > 0);
        if (violating is not null)
        {
            yield return $"the firmware of {violating.Id} does what its sensor's datasheet forbids: "
                + $"{violating.Board.Sensor.Violations[0]}";
        }

        VirtualBoard[] crashed = [.. _street.Nodes.Select(node => node.Board).Where(board => board.Crash is not null)];
        if (crashed.Length > 0)
        {
            yield return $"the firmware of {Wording.Count(crashed.Length, "node")} crashed, "
                + $"first of {crashed[0].Name}: {crashed[0].Crash}".ReplaceLineEndings(" ");
        }
    }
}
