using System.Text.Json;
using UlmEdge.Simulator.Board;

namespace UlmEdge.Simulator.Runners;

/// <summary>What came of a run, in words and as JSON.</summary>
public sealed class StreetSummary
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly Street _street;
    private readonly StreetTally _tally;
    private readonly TimeSpan _elapsed;
    private readonly int _repeated;

    /// <summary>Sums up a street whose boards are off.</summary>
    /// <param name="street">The street.</param>
    /// <param name="elapsed">How long it measured, in real time.</param>
    public StreetSummary(Street street, TimeSpan elapsed)
    {
        _street = street;
        _tally = street.Tally();
        _elapsed = elapsed;
        _repeated = street.Subscriber.Reception.RepeatedCount;
        Faults = [.. FindFaults()];
    }

    /// <summary>What must not happen, whatever becomes of the broker; a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>0 when everything taken has arrived, else 1.</summary>
    public int ExitCode => _tally.Lost == 0 && _tally.Pending == 0 && Faults.Count == 0 ? 0 : 1;

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
            : $"LOST: {Wording.Count(_tally.Lost, "sample")} neither arrived nor waits in a node; "
                + "a node's memory holds some hundred samples, then the oldest give way"
                + (_street.Plan.Speed > 1 ? "; a lower --speed or a longer --interval leaves more time to send." : ".");
        if (_tally.Pending > 0)
        {
            yield return $"PENDING: {Wording.Count(_tally.Pending, "sample")} still waited in the nodes "
                + $"for the broker at {_street.BrokerAddress}.";
        }

        foreach (string fault in Faults)
        {
            yield return $"FAULT: {fault}";
        }
    }

    /// <summary>As one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Command = "live",
            Nodes = _street.Nodes.Count,
            _tally.Samples,
            _tally.Published,
            _tally.Acknowledged,
            _tally.Received,
            _tally.Lost,
            Repeated = _repeated,
            _tally.Pending,
            Seconds = Math.Round(_elapsed.TotalSeconds, 1),
        },
        CamelCase);

    private IEnumerable<string> FindFaults()
    {
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
