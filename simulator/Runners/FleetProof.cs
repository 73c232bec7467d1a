using System.Text.Json;

namespace UlmEdge.Simulator.Runners;

/// <summary>Which nodes of a fleet have proved that they work: by the report that a subscriber has received.</summary>
internal sealed class FleetProof
{
    /// <summary>Sums up a street whose boards are off.</summary>
    public FleetProof(Street street)
    {
        Failed = [.. street.Nodes.Select(node => (node.Id, Why: WhyNot(street, node))).Where(node => node.Why is not null)
            .Select(node => (node.Id, node.Why!))];
        Passed = street.Nodes.Count - Failed.Count;
    }

    /// <summary>How many have passed.</summary>
    public int Passed { get; }

    /// <summary>Those that have not, and why.</summary>
    public IReadOnlyList<(string Id, string Why)> Failed { get; }

    /// <summary>In words.</summary>
    public IEnumerable<string> Sentences()
    {
        yield return $"{Passed} of {Wording.Count(Passed + Failed.Count, "node")} passed commissioning.";
        foreach ((string id, string why) in Failed)
        {
            yield return $"FAILED: {id}, {why}";
        }
    }

    private static string? WhyNot(Street street, StreetNode node)
    {
        if (!street.Subscriber.Proofs.TryGetValue(node.Id, out string? report))
        {
            return node.View?.Trouble ?? "no report";
        }

        JsonElement proof = JsonDocument.Parse(report).RootElement;
        if (proof.GetProperty("result").GetString() == "pass")
        {
            return null;
        }

        JsonProperty wrong = proof.GetProperty("checks").EnumerateObject()
            .FirstOrDefault(check => check.Value.GetString() is not ("ok" or "plain"));
        return node.View?.Trouble ?? $"{wrong.Name}: {wrong.Value}";
    }
}
