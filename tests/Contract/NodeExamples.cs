using System.Text;
using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Commands;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;
using UlmEdge.Tests.Core;

namespace UlmEdge.Tests.Contract;

/// <summary>What a node of the contract's examples says of itself.</summary>
internal static class NodeExamples
{
    private static readonly NodeConfiguration Configuration = new("0123456789ab")
    {
        NodeId = "donau-07", Board = "esp32-devkit", HomeAssistant = true,
    };

    /// <summary>All of it, as the firmware's writers write it.</summary>
    public static IEnumerable<ContractExample> All(Topics topics)
    {
        TextBuffer text = new(Limits.AnnouncementBytesMax);
        ISensor[] sensors = [new FakeSensor { Name = "bme280" }];
        ChannelList channels = new(sensors);
        BrokerChoice choice = new(Configuration.Brokers, Configuration.TrustFiles);
        new MetaReport(Configuration, choice, sensors, channels, new Calibrator(channels, [], null)).Write(text);
        yield return new("meta.json", topics.BaseName + "meta", text.ToArray());
        new HealthReport(topics.BaseName).Write(Facts(), text);
        yield return new("health.json", topics.BaseName + "health", text.ToArray());
        Answers answers = new(topics.BaseName);
        answers.Add("r1", CommandResult.Done, "begun", null);
        text.Clear();
        answers.Write(text, 0);
        yield return new("cmd-ack.json", answers.Topic, text.ToArray());
        text.Clear();
        Box().Write(text);
        yield return new("black-box.json", topics.BaseName + "black-box", text.ToArray());
        foreach (ContractExample example in OfPole(topics))
        {
            yield return example;
        }

        HomeAssistantDiscovery discovery = new(Configuration, topics, channels);
        discovery.WriteConfig(0, text);
        yield return new("homeassistant.json", discovery.ConfigTopicAt(0), text.ToArray());
        discovery.WriteLatest(0, 2137, text);
        yield return new("latest.txt", discovery.LatestTopicAt(0), text.ToArray());
    }

    private static BlackBox Box()
    {
        FakeWorld world = new();
        BlackBox box = new(world.Ports.Store, world);
        box.Begin(417);
        box.Record(NodeEvent.Booted, 417);
        box.Record(NodeEvent.ResetCause, RestartReason.None);
        box.UptimeSeconds = 3605;
        box.Record(NodeEvent.RestartPlanned, RestartReason.Command);
        box.Save();
        box = new BlackBox(world.Ports.Store, world);
        box.Begin(418);
        box.Record(NodeEvent.Booted, 418);
        box.Record(NodeEvent.ResetCause, RestartReason.Command);
        return box;
    }

    // As a node on a fake board says it, which has passed its test and was asked for another interval.
    private static IEnumerable<ContractExample> OfPole(Topics topics)
    {
        FakeWorld world = new();
        world.Files["ulmedge.json"] = Encoding.UTF8.GetBytes("""{"node":"donau-07","brokers":[{"host":"broker.example"}]}""");
        Node node = Boot(world);
        world.Run(node, 10_000);
        world.Broker.Send($"{topics.BaseName}config/desired", """{"id":"faster","sampleSeconds":30}""", isRetained: true);
        world.Run(node, 10_000);
        world.Reboot();
        world.Run(Boot(world), 20_000);
        foreach ((string name, string topic) in ((string, string)[])
            [("commissioning.json", "commissioning"), ("config-reported.json", "config/reported")])
        {
            string last = world.Broker.Messages.Last(message => message.Topic == topics.BaseName + topic).Text;
            yield return new(name, topics.BaseName + topic, Encoding.UTF8.GetBytes(last));
        }
    }

    private static Node Boot(FakeWorld world)
    {
        world.Ports.Configuration = new ConfigurationStore(world, ["bme280"]);
        NodeConfiguration configuration = world.Ports.Configuration.Choose("0123456789ab", true, new Complaints());
        return new Node(configuration, world.Ports, [new FakeSensor { Name = "bme280" }]);
    }

    private static HealthFacts Facts()
    {
        int[] missing = new int[Absences.Max + 1];
        missing[(int)Absence.NotPresent] = 3;
        return new HealthFacts
        {
            LifetimeBoots = 421, ResetCause = RestartReason.Command, OwnRestarts = 1, Boot = 417, Connections = 3,
            UnixSeconds = 1_795_291_200, UptimeSeconds = 86_400, FreeHeapBytes = 84_992, LifetimeCloses = 4_100,
            FlashErases = 4_920, FlashTenthYears = 252, DutyTenThousandths = 4, CoulombsPerDay = 3_457,
            WaitingSamples = 12, OldestAgeSeconds = 700, JournalFiles = 5, FlashCloses = 300, FlashBytes = 40_000,
            RadioDecibelMilliwatts = -67, AcknowledgeMeanMs = 150, AcknowledgeMaxMs = 2_300, CommandsDone = 2, Epoch = 3,
            SamplesTaken = 88_241, SamplesSent = 88_231, SamplesWaiting = 10, StoredUpTo = 88_200, MissingReadings = missing,
        };
    }
}
