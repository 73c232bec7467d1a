using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Tests.Core;

public class PackWriterTests
{
    private const int Minute = 60_000;

    private static readonly Topics Topics = new("ulm/v1", "donau-07");

    public static TheoryData<string> Names => [Payloads.Json, Payloads.Cbor, Payloads.Compact];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_topic_says_what_the_message_is(string payload)
    {
        var packs = new PackWriter(payload, Topics);
        Batch batch = Weather();
        Assert.Equal($"ulm/v1/donau-07/data/{payload}", packs.TopicOf(batch));
        batch.TimesAreUnix = false;
        Assert.Equal($"ulm/v1/donau-07/data-rel/{payload}", packs.TopicOf(batch));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Writing_leaves_no_garbage(string payload)
    {
        var packs = new PackWriter(payload, Topics);
        Batch batch = Weather();
        int length = packs.Write(batch).Length;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            packs.Write(batch);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(length, packs.Write(batch).Length);
    }

    [Fact]
    public void A_compact_message_stands_alone()
    {
        var packs = new PackWriter(Payloads.Compact, Topics);
        Batches.Any.Sample(batch => AssertComesBack(packs, batch), threads: 1);
        Batches.AnySummary.Sample(batch => AssertComesBack(packs, batch), threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_node_sends_what_its_configuration_says(string payload)
    {
        var world = new FakeWorld();
        world.Configuration.Payload = payload;
        Node node = world.NewNode();
        world.Run(node, 20 * Minute);
        string[] topics = [.. world.Broker.Messages.Select(message => message.Topic).Where(topic => topic.Contains("/data"))];
        Assert.True(topics.Length > 1);
        Assert.All(topics, topic => Assert.Equal($"ulm/v1/donau-07/data/{payload}", topic));
        Assert.Equal(node.Counters.BatchesPublished, topics.Length);
        Assert.Equal(topics.Length, node.Counters.BatchesAcknowledged);
    }

    private static Batch Weather() => Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712), (1_795_291_260, 2136, 5600, 95_710));

    private static void AssertComesBack(PackWriter packs, Batch batch)
    {
        byte[] pack = packs.Write(batch).ToArray();
        var back = new Batch();
        Assert.Equal(DecodeResult.Ok, new BatchCodec().TryDecode(pack, pack.Length, back));
        Assert.Equal(Batches.Describe(batch), Batches.Describe(back));
    }
}
