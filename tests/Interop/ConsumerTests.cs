using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using UlmEdge.Simulator.Network;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>Clients that others wrote read what a street publishes.</summary>
[Collection(nameof(InteropRuns))]
public sealed class ConsumerTests
{
    private const string Clients = "apt-get install mosquitto-clients";

    [Fact]
    public async Task Mosquitto_sub_prints_every_pack_with_its_topic()
    {
        string program = Parts.Need("mosquitto_sub", Clients);
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        await SubscribeAsync(program, mosquitto.Address, "ulm/v1/+/data/json");
        Traffic traffic = await Traffic.OfStreetAsync(mosquitto.Address);
        string[] lines = await TakeAsync(program, mosquitto.Address, "ulm/v1/+/data/json", "%q %r %t %p", traffic.Packs.Count);
        IEnumerable<string> expected = traffic.Packs.Select(pack => $"1 0 {pack.Topic} {Encoding.UTF8.GetString(pack.Payload)}");
        Assert.Equal(expected.Order(), lines.Order());
    }

    [Fact]
    public async Task Mqtt_js_has_every_value_once()
    {
        string folder = Parts.NeedNodePackage("mqtt");
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        ConcurrentQueue<string> lines = new();
        string url = $"mqtt://127.0.0.1:{mosquitto.Port}";
        await using ServerProcess script = new(Parts.Need("node", "nodejs.org"), Path.Combine(folder, "subscribe.js"), url, "ulm/v1");
        script.LineWritten = lines.Enqueue;
        await script.StartAsync(() => lines.Contains("ready"), "mqtt.js has subscribed");
        Traffic traffic = await Traffic.OfStreetAsync(mosquitto.Address);
        await Eventually.HoldsAsync(() => lines.Count > traffic.Values.Length, "mqtt.js has everything");
        traffic.AssertEachOnce(lines.Where(line => line != "ready").Select(ValueOf));
    }

    [Fact]
    public async Task Python_reads_the_same_records_from_cbor_as_from_json()
    {
        const string python = "/usr/bin/python3"; // Debian's, for which Debian has cbor2.
        string program = Parts.Need("mosquitto_sub", Clients);
        if (!File.Exists(python) || !Directory.Exists("/usr/lib/python3/dist-packages/cbor2"))
        {
            Parts.Missing("needs cbor2: apt-get install python3-cbor2");
        }

        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        Traffic traffic = await Traffic.OfStreetAsync(mosquitto.Address);
        await SubscribeAsync(program, mosquitto.Address, "ulm/v1/+/data/cbor");
        await Traffic.PublishAsync(
            mosquitto.Address,
            traffic.Packs.Select(pack => (pack.Topic.Replace("/json", "/cbor"), CborPack.Of(pack.Payload))));
        string[] hexadecimal = await TakeAsync(program, mosquitto.Address, "ulm/v1/+/data/cbor", "%x", traffic.Packs.Count);
        string script = Path.Combine(Tidy.Sources.Root, "tests", "Interop", "python", "read_senml_cbor.py");
        string[] read = await Tool.RunAsync(python, [script], string.Join('\n', hexadecimal));
        Assert.Equal(traffic.Packs.Count, read.Length);
        foreach (((string _, byte[] payload), string line) in traffic.Packs.Zip(read))
        {
            AssertSame(JsonDocument.Parse(payload).RootElement, JsonDocument.Parse(line).RootElement);
        }
    }

    // A session that the broker keeps, as a backend has it: what is published from now on waits for the next time.
    private static Task SubscribeAsync(string program, BrokerAddress broker, string topic) =>
        Tool.RunAsync(program, [.. Session(broker, topic), "-E"]);

    private static Task<string[]> TakeAsync(string program, BrokerAddress broker, string topic, string format, int count) =>
        Tool.RunAsync(program, [.. Session(broker, topic), "-F", format, "-C", $"{count}", "-W", "30"]);

    private static string[] Session(BrokerAddress broker, string topic) =>
        ["-h", broker.Host, "-p", $"{broker.Port}", "-i", "interop-sub", "-c", "-q", "1", "-t", topic];

    private static StoredValue ValueOf(string line) =>
        JsonSerializer.Deserialize<StoredValue>(line.Replace("\"time\"", "\"unixSeconds\""), JsonSerializerOptions.Web)!;

    private static void AssertSame(JsonElement expected, JsonElement read)
    {
        Assert.Equal(expected.GetArrayLength(), read.GetArrayLength());
        foreach ((JsonElement record, JsonElement same) in expected.EnumerateArray().Zip(read.EnumerateArray()))
        {
            Assert.Equal(
                record.EnumerateObject().Select(field => $"{field.Name} {field.Value}"),
                same.EnumerateObject().Zip(record.EnumerateObject(), (field, like) => $"{field.Name} {TextOf(field.Value, like.Value)}"));
        }
    }

    // A float has more digits than the quantity: it counts rounded to as many decimals as the decimal number has.
    private static string TextOf(JsonElement value, JsonElement like) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble().ToString($"F{like.GetDecimal().Scale}", CultureInfo.InvariantCulture)
        : value.GetString()!;
}
