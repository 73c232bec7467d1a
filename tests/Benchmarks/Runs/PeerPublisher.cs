using System.Diagnostics;
using System.Text.Json;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using UlmEdge.Benchmarks.Micro;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Benchmarks.Runs;

/// <summary>MQTTnet's client and nothing else: many connections that publish one and the same message at QoS 1.</summary>
internal static class PeerPublisher
{
    /// <summary>Each connection publishes once a second for a while: what it costs this process.</summary>
    public static async Task PaceAsync(int port, int connections, int seconds)
    {
        IMqttClient[] clients = await ConnectAsync(port, connections);
        byte[] message = SamplePack.Message(Payloads.Json, rows: 1);
        long sent = 0;
        await Task.WhenAll(clients.Select((client, i) => RunAsync(client, i)));
        (TimeSpan cpu, long before) = (Environment.CpuUsage.TotalTime, Interlocked.Read(ref sent));
        Task all = Task.WhenAll(clients.Select((client, i) => RunAsync(client, i, seconds)));
        await all;
        double cpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new { perCpuSecond = (sent - before) / cpuSeconds, messages = sent - before }));
        return;

        async Task RunAsync(IMqttClient client, int number, int rounds = 1)
        {
            await Task.Delay(1000 * number / connections);
            for (int round = 0; round < rounds; round++)
            {
                Stopwatch took = Stopwatch.StartNew();
                await PublishAsync(client, number, message);
                Interlocked.Increment(ref sent);
                await Task.Delay(Math.Max(0, 1000 - (int)took.ElapsedMilliseconds));
            }
        }
    }

    /// <summary>Each connection publishes again as soon as it has its acknowledgement: what the broker can bear.</summary>
    public static async Task PressAsync(int port, int connections, int seconds)
    {
        IMqttClient[] clients = await ConnectAsync(port, connections);
        byte[] message = SamplePack.Message(Payloads.Json, rows: 1);
        long arrived = 0;
        using IMqttClient subscriber = (await ConnectAsync(port, 1, "subscriber"))[0];
        subscriber.ApplicationMessageReceivedAsync += _ =>
        {
            Interlocked.Increment(ref arrived);
            return Task.CompletedTask;
        };
        await subscriber.SubscribeAsync("bench/#", MqttQualityOfServiceLevel.AtMostOnce);
        Stopwatch watch = Stopwatch.StartNew();
        List<double>[] took = await Task.WhenAll(clients.Select((client, i) => RunAsync(client, i)));
        double elapsed = watch.Elapsed.TotalSeconds;
        double[] sorted = [.. took.SelectMany(each => each).Order()];
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            messages = sorted.Length, perSecond = sorted.Length / elapsed, p50Ms = sorted[sorted.Length / 2],
            p99Ms = sorted[sorted.Length * 99 / 100], arrived = Interlocked.Read(ref arrived),
        }));
        return;

        async Task<List<double>> RunAsync(IMqttClient client, int number)
        {
            List<double> all = [];
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                long began = Stopwatch.GetTimestamp();
                await PublishAsync(client, number, message);
                all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return all;
        }
    }

    private static async Task<IMqttClient[]> ConnectAsync(int port, int connections, string name = "peer")
    {
        MqttClientFactory factory = new();
        List<IMqttClient> clients = [];
        for (int i = 0; i < connections; i++)
        {
            IMqttClient client = factory.CreateMqttClient();
            await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port)
                .WithProtocolVersion(MqttProtocolVersion.V311).WithClientId($"{name}-{i}").WithCleanSession().Build());
            clients.Add(client);
        }

        return [.. clients];
    }

    private static Task PublishAsync(IMqttClient client, int number, byte[] message) => client.PublishAsync(
        new MqttApplicationMessageBuilder().WithTopic($"bench/peer-{number}/data/json").WithPayload(message)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build());
}
