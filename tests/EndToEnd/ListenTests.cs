using System.Text;
using System.Text.Json;
using MQTTnet;
using MQTTnet.Protocol;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.Core;
using UlmEdge.Tests.Decoder;

namespace UlmEdge.Tests.EndToEnd;

/// <summary><c>listen</c> against the embedded broker: all payloads, repeats, gaps, what cannot be read, a broker that goes.</summary>
public sealed class ListenTests
{
    private const string Birth = """{"state":"online","boot":417,"conn":3}""";

    [Fact]
    public async Task All_payloads_of_all_nodes_arrive_once()
    {
        byte[] json = Packs.Json(Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712)));
        ListenRun run = await RunAsync("--csv -", async publish =>
        {
            await publish("donau-07/status", Encoding.UTF8.GetBytes(Birth));
            await publish("donau-07/data/json", json);
            await publish("donau-07/data/cbor", Packs.Cbor(json));
            await publish("herd-1/data/compact", Packs.Compact(Batches.OfWeather((1_795_291_200, -401, 5620, 95_712))));
            await publish("donau-07/data/json", "[]"u8.ToArray());
        }, run => run.Output.Count(line => line.Contains(",temp,")) == 2);
        Assert.Equal(
            "node,epoch,boot,sample,samples,time,uptime,window,name,unit,value,reasons",
            run.Output[0]);
        Assert.Contains("donau-07,1234567,417,88231,1,2026-11-21T20:00:00Z,,,temp,Cel,21.37,", run.Output);
        Assert.Contains("herd-1,1234567,417,88231,1,2026-11-21T20:00:00Z,,,temp,Cel,-4.01,", run.Output);
        Assert.Equal(1 + 6, run.Output.Length);
        Assert.Contains(run.Error, line => line.Contains("2 samples of 2 nodes"));
        Assert.Contains(run.Error, line => line.Contains("Repeats dropped: 1."));
        Assert.Contains(run.Error, line => line.Contains("1 × ulm/v1/donau-07/data/json: a pack holds"));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task It_goes_on_after_the_broker_was_away()
    {
        ListenRun run = await RunAsync("--jsonl -", async publish =>
        {
            await publish("herd-1/data/compact", Packs.Compact(Batches.OfWeather((1_795_291_200, 1, 1, 1))));
        }, run => run.Output.Length == 1, restarts: true);
        JsonElement row = JsonDocument.Parse(run.Output[0]).RootElement;
        Assert.Equal(("herd-1", 88_231, 1_795_291_200), (
            row.GetProperty("node").GetString(), row.GetProperty("sample").GetInt32(), row.GetProperty("time").GetInt64()));
        Assert.Equal(0.01m, row.GetProperty("values")[0].GetProperty("v").GetDecimal());
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Lines_show_status_and_samples()
    {
        ListenRun run = await RunAsync(string.Empty, async publish =>
        {
            await publish("donau-07/status", Encoding.UTF8.GetBytes(Birth));
            await publish("donau-07/data/json", Packs.Json(Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712))));
        }, run => run.Output.Any(line => line.Contains("21.37 Cel")));
        Assert.Contains("donau-07  online, boot 417, connection 3", run.Output);
        Assert.Contains("2026-11-21 20:00:00Z  donau-07  1234567.88231  temp 21.37 Cel, rh 56.2 %RH, press 95712 Pa", run.Output);
        Assert.Equal("Every message could be read.", run.Output[^1]);
    }

    [Fact]
    public async Task Of_tests_and_configurations_only_what_is_wrong_has_a_line()
    {
        ListenRun run = await RunAsync(string.Empty, async publish =>
        {
            await publish("a/commissioning", """{"result":"pass","boot":2,"checks":{"time":"ok"}}"""u8.ToArray());
            await publish("a/config/reported", """{"state":"good","id":"x","boot":2}"""u8.ToArray());
            await publish("b/commissioning", Encoding.UTF8.GetBytes("""
                {"result":"fail","boot":2,"checks":{"sensors":"1 not delivering","tls":"plain","time":"ok"},
                 "sensors":[{"name":"bme280","state":"notpresent"},{"name":"sht4x","state":"ok"}]}
                """));
            await publish("b/config/reported", """{"state":"refused","id":"y","why":"z is not known","boot":2}"""u8.ToArray());
        }, run => run.Output.Any(line => line.Contains("z is not known")));
        Assert.Contains("b  has failed its test in boot 2: sensors 1 not delivering, bme280 notpresent", run.Output);
        Assert.Contains("b  configuration y: refused, z is not known", run.Output);
        Assert.DoesNotContain(run.Output, line => line.StartsWith("a  ", StringComparison.Ordinal));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task It_ends_when_the_time_is_up_also_without_a_broker()
    {
        ProgramRun run = await ProgramRun.OfAsync("listen --broker mqtt://127.0.0.1:1 --for 300ms");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output, line => line.Contains("cannot be reached"));
    }

    private static async Task<ListenRun> RunAsync(
        string options, Func<Func<string, byte[], Task>, Task> publishing, Func<ListenRun, bool> isEnough, bool restarts = false)
    {
        await using EmbeddedBroker broker = new();
        await broker.StartAsync();
        using StringWriter output = new();
        using StringWriter error = new();
        using CancellationTokenSource stop = new();
        TextWriter safeOutput = TextWriter.Synchronized(output);
        TextWriter safeError = TextWriter.Synchronized(error);
        string[] words = $"listen --broker {broker.Address} {options}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Task<int> running = new CommandLine(safeOutput, safeError, null).RunAsync(words, stop.Token);
        await Eventually.HoldsAsync(() => Now().All.Any(line => line.StartsWith("Listening")), "it listens");
        if (restarts)
        {
            await broker.StopAsync();
            await Eventually.HoldsAsync(() => !running.IsCompleted, "it waits");
            await broker.StartAsync();
        }

        using IMqttClient publisher = new MqttClientFactory().CreateMqttClient();
        await publisher.ConnectAsync(new MqttClientOptionsBuilder()
            .WithTcpServer(broker.Address.Host, broker.Address.Port).WithClientId("publisher").Build());
        await publishing((topic, payload) => publisher.PublishAsync(new MqttApplicationMessageBuilder()
            .WithTopic($"ulm/v1/{topic}").WithPayload(payload).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build()));
        await Eventually.HoldsAsync(() => isEnough(Now()), "all has arrived");
        await stop.CancelAsync();
        int exitCode = await running;
        return Now() with { ExitCode = exitCode };

        ListenRun Now()
        {
            // A synchronized writer locks itself.
            lock (safeOutput)
            {
                lock (safeError)
                {
                    return new ListenRun(-1, Lines(output), Lines(error));
                }
            }
        }
    }

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
