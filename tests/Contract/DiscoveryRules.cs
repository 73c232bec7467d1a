using System.Text.Json;

namespace UlmEdge.Tests.Contract;

/// <summary>What UlmEdge promises of a Home Assistant discovery message.</summary>
internal static class DiscoveryRules
{
    /// <summary>Checks a message.</summary>
    /// <param name="message">Its payload.</param>
    /// <param name="name"><c>{node}_{channel}</c> of its topic.</param>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FaultIn(JsonElement message, string name)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return "no object";
        }

        string[] parts = name.Split('_');
        return Text(message, "state_topic")?.EndsWith($"/{parts[0]}/latest/{parts[1]}") != true ? "the state topic is not its channel's"
            : Text(message, "unique_id") is null ? "no unique_id"
            : !message.TryGetProperty("expire_after", out JsonElement seconds) || !seconds.TryGetInt32(out int number) || number < 1
                ? "no expire_after"
                : null;
    }

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
