using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using UlmEdge.Core.Configuration;
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
        await SubscribeAsync(program, mosquitto.Address, "ulm/v1/+/data/cbor");
        Traffic traffic = await Traffic.OfStreetAsync(mosquitto.Address, Payloads.Cbor);
        string[] hexadecimal = await TakeAsync(program, mosquitto.Address, "ulm/v1/+/data/cbor", "%x", traffic.Packs.Count);
        string script = Path.Combine(Tidy.Sources.Root, "tests", "Interop", "python", "read_senml_cbor.py");
        string[] read = await Tool.RunAsync(python, [script], string.Join('\n', hexadecimal));
        Assert.Equal(traffic.Packs.Select(pack => Convert.ToHexString(pack.Payload)), hexadecimal.Select(line => line.ToUpperInvariant()));
        traffic.AssertEachOnce(read.SelectMany(ValuesOf));
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

    // By the contract alone: the identity names the first sample, each later time the next one. Values are rounded to two
    // decimals, as a float has more digits than the quantity.
    private static IEnumerable<StoredValue> ValuesOf(string line)
    {
        JsonElement[] pack = [.. JsonDocument.Parse(line).RootElement.EnumerateArray()];
        string node = pack[0].GetProperty("bn").GetString()!.Split('/')[^2];
        int[] numbers = [.. pack[0].GetProperty("vs").GetString()!.Split('.').Select(int.Parse)];
        long last = 0;
        int sample = numbers[2];
        foreach (JsonElement record in pack.Skip(1))
        {
            long seconds = record.TryGetProperty("t", out JsonElement offset) ? offset.GetInt64() : 0;
            sample += seconds > last ? 1 : 0;
            last = seconds;
            decimal value = Math.Round((decimal)record.GetProperty("v").GetDouble(), 2) / 1.000m; // Without zeros behind.
            yield return new StoredValue(
                node, numbers[0], sample, record.GetProperty("n").GetString()!, pack[0].GetProperty("bt").GetInt64() + seconds, value);
        }
    }
}
