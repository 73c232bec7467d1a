using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>What a short street published over a broker, and what a consumer must make of it.</summary>
internal sealed record Traffic(IReadOnlyList<(string Topic, byte[] Payload)> Packs, StoredValue[] Values)
{
    private const int Nodes = 4;
    private const int SamplesPerNode = 25;

    /// <summary>Runs the street until all has arrived.</summary>
    public static async Task<Traffic> OfStreetAsync(BrokerAddress broker, string payload = Payloads.Json)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        StreetPlan plan = new() { Nodes = Nodes, Speed = 60, Seed = 21, IntervalSeconds = 2, Broker = broker, Payload = payload };
        await using Street street = await Street.OpenAsync(plan, token);
        await using DurableSubscriber subscriber = await DurableSubscriber.ConnectAsync(broker, plan.Root);
        ConcurrentQueue<(string, byte[])> packs = new();
        ConcurrentQueue<ReceivedSample> samples = new();
        subscriber.Arrived += (topic, payload) => packs.Enqueue((topic, payload));
        subscriber.Received += all => all.ToList().ForEach(samples.Enqueue);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => street.Tally().Received > Nodes * SamplesPerNode, "samples arrive");
        await street.DrainAsync(token);
        street.SwitchOff();
        await Eventually.HoldsAsync(() => subscriber.Count >= street.Tally().Samples, "the second subscriber has them, too");
        Assert.Equal(street.Tally().Samples, subscriber.Count);
        StoredValue[] values = [..
            from sample in samples.DistinctBy(sample => (sample.Node, sample.Epoch, sample.Number))
            from value in sample.Values
            select new StoredValue(sample.Node, sample.Epoch, sample.Number, value.Name, (long)sample.UnixSeconds, value.Value)];
        Assert.Equal(3 * street.Tally().Samples, values.Length);
        // QoS 1: a node that waited too long for an acknowledgement has sent a pack again.
        return new Traffic([.. packs.DistinctBy(pack => (pack.Item1, Convert.ToHexString(pack.Item2)))], values);
    }

    /// <summary>Publishes all packs once more.</summary>
    public Task RepeatAsync(BrokerAddress broker) => PublishAsync(broker, Packs);

    /// <summary>Publishes messages at QoS 1, one after another.</summary>
    public static async Task PublishAsync(BrokerAddress broker, IEnumerable<(string Topic, byte[] Payload)> messages)
    {
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        MqttClientOptions options = new MqttClientOptionsBuilder()
            .WithTcpServer(broker.Host, broker.Port)
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .Build();
        await client.ConnectAsync(options);
        foreach ((string topic, byte[] payload) in messages)
        {
            await client.PublishBinaryAsync(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce);
        }

        await client.DisconnectAsync();
    }

    /// <summary>Holds that a consumer has each value exactly once.</summary>
    public void AssertEachOnce(IEnumerable<StoredValue> stored) =>
        Assert.Equal(Values.Select(value => $"{value}").Order(), stored.Select(value => $"{value}").Order());
}
