using System.Text.Json;

namespace UlmEdge.Decoder;

/// <summary>Reads the messages that are one JSON object. Fields it does not know are left alone.</summary>
internal static class JsonMessages
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Birth or last will.</summary>
    public static StatusMessage Status(string node, ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = Parse(payload);
        string state = Needed(Text(document.RootElement, "state"), "state");
        return new StatusMessage(
            node,
            state is "online" or "offline"
                ? state == "online"
                : throw new DecodeException($"state '{state}' is neither online nor offline"),
            Needed(Whole(document.RootElement, "boot"), "boot"),
            Needed(Whole(document.RootElement, "conn"), "conn"));
    }

    /// <summary>The answer to a command.</summary>
    public static CommandAnswer Answer(string node, string id, ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = Parse(payload);
        JsonElement answer = document.RootElement;
        string said = Needed(Text(answer, "id"), "id");
        return said == id
            ? new CommandAnswer(node, id, Needed(Whole(answer, "rc"), "rc"), Text(answer, "msg") ?? string.Empty)
            : throw new DecodeException($"the answer to '{said}' came under that to '{id}'");
    }

    /// <summary>The last notable events.</summary>
    public static BlackBoxMessage BlackBox(string node, ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = Parse(payload);
        JsonElement events = Needed(Field(document.RootElement, "events", JsonValueKind.Array), "events");
        return new BlackBoxMessage(node, Needed(Whole(document.RootElement, "boot"), "boot"), [.. events.EnumerateArray().Select(Event)]);
    }

    /// <summary>What a node measures, sends and keeps.</summary>
    public static MetaMessage Meta(string node, ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = Parse(payload);
        JsonElement meta = document.RootElement;
        return new MetaMessage(node, Needed(Text(meta, "contract"), "contract"), [.. Channels(meta)])
        {
            Firmware = Text(meta, "firmware"),
            Board = Text(meta, "board"),
            Payload = Text(meta, "payload"),
            SampleSeconds = Whole(meta, "sampleSeconds"),
            BatchSamples = Whole(meta, "batchSamples"),
            BatchSeconds = Whole(meta, "batchSeconds"),
            KeepsBytes = Field(meta, "keeps", JsonValueKind.Object) is { } keeps ? Whole(keeps, "bytes") : null,
            IsEncrypted = meta.TryGetProperty("encrypted", out JsonElement isEncrypted) ? isEncrypted.GetBoolean() : null,
            Sends = Text(meta, "sends"),
            Retains = Text(meta, "retains"),
        };
    }

    /// <summary>The result of a node's test of itself.</summary>
    public static CommissioningMessage Commissioning(string node, ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = Parse(payload);
        JsonElement test = document.RootElement;
        string result = Needed(Text(test, "result"), "result");
        JsonElement checks = Needed(Field(test, "checks", JsonValueKind.Object), "checks");
        return new CommissioningMessage(
            node,
            result is "pass" or "fail" ? result == "pass" : throw new DecodeException($"result '{result}' is neither pass nor fail"),
            Needed(Whole(test, "boot"), "boot"),
            [.. checks.EnumerateObject().Select(check => KeyValuePair.Create(check.Name, Needed(Text(checks, check.Name), check.Name)))],
            [.. Sensors(test)])
        {
            AfterSeconds = Whole(test, "after"),
            Configuration = Text(test, "config"),
        };
    }

    /// <summary>What became of the configuration that was asked for.</summary>
    public static ConfigurationMessage Configuration(string node, ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = Parse(payload);
        JsonElement reported = document.RootElement;
        return new ConfigurationMessage(
            node, Needed(Text(reported, "state"), "state"), Needed(Whole(reported, "boot"), "boot"))
        {
            Id = Text(reported, "id"),
            Why = Text(reported, "why"),
            Configuration = Text(reported, "config"),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Sensors(JsonElement test)
    {
        if (Field(test, "sensors", JsonValueKind.Array) is not { } sensors)
        {
            yield break;
        }

        foreach (JsonElement sensor in sensors.EnumerateArray())
        {
            yield return sensor.ValueKind == JsonValueKind.Object
                ? KeyValuePair.Create(Needed(Text(sensor, "name"), "name"), Needed(Text(sensor, "state"), "state"))
                : throw new DecodeException("a sensor is no object");
        }
    }

    private static IEnumerable<MetaChannel> Channels(JsonElement meta)
    {
        foreach (JsonElement channel in Needed(Field(meta, "channels", JsonValueKind.Array), "channels").EnumerateArray())
        {
            if (channel.ValueKind != JsonValueKind.Object)
            {
                throw new DecodeException("a channel is no object");
            }

            yield return new MetaChannel(
                Needed(Text(channel, "n"), "n"),
                Text(channel, "quantity"),
                Text(channel, "u"),
                Field(channel, "resolution", JsonValueKind.Number)?.GetDecimal(),
                Text(channel, "sensor"),
                Text(channel, "calibration"));
        }
    }

    private static BlackBoxEvent Event(JsonElement numbers) =>
        numbers.ValueKind == JsonValueKind.Array && numbers.GetArrayLength() >= 4
            && numbers[0].TryGetInt32(out int boot) && numbers[1].TryGetInt32(out int uptimeSeconds)
            && numbers[2].TryGetInt32(out int code) && numbers[3].TryGetInt32(out int detail)
            ? new BlackBoxEvent(boot, uptimeSeconds, code, detail)
            : throw new DecodeException("an event is not [boot, uptime, code, detail]");

    private static JsonDocument Parse(ReadOnlyMemory<byte> payload)
    {
        JsonDocument document = JsonDocument.Parse(payload, Options);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw new DecodeException("the message is no JSON object");
    }

    private static T Needed<T>(T? value, string name) where T : struct =>
        value ?? throw new DecodeException($"the field '{name}' is missing");

    private static string Needed(string? value, string name) => value ?? throw new DecodeException($"the field '{name}' is missing");

    private static string? Text(JsonElement element, string name) => Field(element, name, JsonValueKind.String)?.GetString();

    private static int? Whole(JsonElement element, string name)
    {
        if (Field(element, name, JsonValueKind.Number) is not { } field)
        {
            return null;
        }

        return field.TryGetInt32(out int number) && number >= 0
            ? number
            : throw new DecodeException($"the field '{name}' is {field.GetRawText()}, not a whole number from 0 on");
    }

    private static JsonElement? Field(JsonElement element, string name, JsonValueKind kind)
    {
        if (!element.TryGetProperty(name, out JsonElement field) || field.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return field.ValueKind == kind ? field : throw new DecodeException($"the field '{name}' is no {kind}");
    }
}
