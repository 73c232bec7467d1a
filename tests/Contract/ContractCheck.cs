using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using MQTTnet;
using MQTTnet.Protocol;

namespace UlmEdge.Tests.Contract;

/// <summary>Holds any message to the contract by its topic: its schema, and what a schema cannot say.</summary>
/// <remarks>
/// What a backend sends (cmd, stored, config) is only known here, not judged: tests send nonsense there on purpose. A topic
/// that the contract does not have is a fault.
/// </remarks>
public static partial class ContractCheck
{
    private const int MetaBytesMax = 2560;
    private const string Retained = "status meta latest discovery stored config-reported commissioning";

    /// <summary>Checks a message with how it was sent.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FaultIn(MqttApplicationMessage message)
    {
        string kind = KindOf(message.Topic, out _, out _);
        bool isOurs = kind is not ("cmd" or "stored" or "config" or "");
        return isOurs && message.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtLeastOnce
            ? $"{message.Topic}: {message.QualityOfServiceLevel}, and the contract says at least once"
            : isOurs && message.Retain != Retained.Split(' ').Contains(kind)
                ? $"{message.Topic}: {(message.Retain ? "retained" : "not retained")}, and the contract says otherwise"
                : FaultIn(message.Topic, message.Payload.ToArray());
    }

    /// <summary>Checks a message.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FaultIn(string topic, byte[] payload)
    {
        try
        {
            string kind = KindOf(topic, out string baseName, out string rest);
            string? fault = kind switch
            {
                "data" => FaultInBatch(baseName, rest, payload, isDated: true),
                "data-rel" => FaultInBatch(baseName, rest, payload, isDated: false),
                "status" => FaultInObject("status", payload),
                "meta" => payload.Length > MetaBytesMax ? $"{payload.Length} bytes" : FaultInObject("meta", payload),
                "health" => HealthRules.FaultIn(Json(payload), baseName) ?? Secret(payload),
                "black-box" => FaultInObject("black-box", payload),
                "cmd-ack" => FaultInAnswer(rest, payload),
                "latest" => PlainNumber().IsMatch(Text(payload)) ? null : "no plain number",
                "discovery" => DiscoveryRules.FaultIn(Json(payload), rest),
                "commissioning" => FaultInObject("commissioning", payload),
                "config-reported" => FaultInObject("config-reported", payload),
                "cmd" or "stored" or "config" => null,
                _ => "the contract has no such topic",
            };
            return fault is null ? null : $"{topic}: {fault}";
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return $"{topic}: {error.Message}";
        }
    }

    /// <summary>Checks a request as a well-behaved backend sends it.</summary>
    /// <param name="name">The command: <c>resend</c>, <c>report</c> or <c>black-box</c>.</param>
    /// <param name="payload">The request.</param>
    internal static string? FaultInRequest(string name, byte[] payload) =>
        payload.Length > 512 ? $"{payload.Length} bytes" : ContractSchemas.FaultIn($"command#/$defs/{name}", Json(payload));

    /// <summary>Checks a configuration as it should be asked for.</summary>
    internal static string? FaultInDesired(byte[] payload) =>
        payload.Length > 1024 ? $"{payload.Length} bytes" : ContractSchemas.FaultIn("config-desired", Json(payload));

    /// <summary>Checks a backend's acknowledgement as it should be.</summary>
    internal static string? FaultInStored(byte[] payload) => ContractSchemas.FaultIn("stored", Json(payload));

    private static string? FaultInBatch(string baseName, string payloadName, byte[] payload, bool isDated)
    {
        string schema = isDated ? "senml-pack#/$defs/data" : "senml-pack#/$defs/dataRel";
        switch (payloadName)
        {
            case "compact":
                return CompactRules.FaultIn(payload, isDated);
            case "cbor":
                string? fault = ContractCddl.FaultIn(isDated ? "pack" : "pack-rel", payload);
                JsonElement pack = CborPack.ToJson(payload);
                return fault ?? ContractSchemas.FaultIn(schema, pack) ?? PackRules.FaultIn(pack, baseName);
            default:
                JsonElement text = Json(payload);
                return ContractSchemas.FaultIn(schema, text) ?? PackRules.FaultIn(text, baseName);
        }
    }

    private static string? FaultInAnswer(string id, byte[] payload) =>
        FaultInObject("command-ack", payload)
        ?? (Json(payload).GetProperty("id").GetString() == id ? null : "the topic has another id");

    private static string? FaultInObject(string schema, byte[] payload) =>
        ContractSchemas.FaultIn(schema, Json(payload)) ?? Secret(payload);

    // Nothing about networks leaves a node. Identities of batches look like addresses, so packs are not searched.
    private static string? Secret(byte[] payload) =>
        Address().Match(Text(payload)) is { Success: true } match ? $"an address leaves the node: {match.Value}" : null;

    private static string KindOf(string topic, out string baseName, out string rest)
    {
        Match match = Topic().Match(topic);
        baseName = match.Groups["base"].Value;
        rest = match.Groups["rest"].Value;
        return match.Groups["kind"].Value switch
        {
            "homeassistant/sensor" => "discovery",
            "config" when rest == "reported" => "config-reported",
            string kind => kind,
        };
    }

    private static JsonElement Json(byte[] payload) => JsonDocument.Parse(payload).RootElement;

    private static string Text(byte[] payload) => System.Text.Encoding.UTF8.GetString(payload);

    [GeneratedRegex(
        @"^((?<kind>homeassistant/sensor)/(?<rest>[a-z0-9-]{1,32}_[a-z][a-z0-9]*)/config"
        + @"|(?<base>[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*/[a-z0-9-]{1,32}/)"
        + @"((?<kind>data(-rel)?)/(?<rest>json|cbor|compact)|(?<kind>status|meta|health|stored|commissioning|(?<!/cmd/)black-box)"
        + @"|(?<kind>cmd-ack)/(?<rest>[A-Za-z0-9-]{1,32})"
        + @"|(?<kind>cmd)/(?<rest>.+)|(?<kind>config)/(?<rest>desired|reported)|(?<kind>latest)/(?<rest>[a-z][a-z0-9]*)))\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?\z")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b"
        + @"|\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b")]
    private static partial Regex Address();
}
