using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;

namespace UlmEdge.Tests.Contract;

/// <summary>The published JSON Schemas, ready to be asked.</summary>
internal static class ContractSchemas
{
    private static readonly string[] Names =
    [
        "senml-pack", "status", "meta", "health", "command", "command-ack", "stored", "config-desired", "config-reported", "commissioning",
        "black-box",
    ];

    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List };
    private static readonly ConcurrentDictionary<string, JsonSchema> Parts = new();

    static ContractSchemas()
    {
        foreach (string name in Names)
        {
            Parts[name] = JsonSchema.FromText(ContractFiles.Read($"schemas/{name}.schema.json"));
        }
    }

    /// <summary>What a schema says against a value.</summary>
    /// <param name="schema">Its name, or a part of it: <c>senml-pack#/$defs/data</c>.</param>
    /// <param name="value">The message.</param>
    /// <returns>Null when nothing, else the place in the message and why.</returns>
    public static string? FaultIn(string schema, JsonElement value)
    {
        EvaluationResults results = Parts.GetOrAdd(schema, Part).Evaluate(value, Listed);
        return results.IsValid ? null : $"{schema}: " + string.Join("; ",
            from detail in results.Details
            where !detail.IsValid && detail.Errors is { Count: > 0 }
            from error in detail.Errors!
            select $"{detail.InstanceLocation} {error.Key} {error.Value}");
    }

    private static JsonSchema Part(string name) =>
        JsonSchema.FromText($$"""{"$ref":"urn:ulmedge:contract:1:{{name}}"}""");
}
