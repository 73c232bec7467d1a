using System.Text;
using UlmEdge.Decoder;
using UlmEdge.Tests.Contract;

namespace UlmEdge.Tests.Decoder;

/// <summary>Status, meta, health and answers to commands.</summary>
public sealed class OtherMessagesTests
{
    [Fact]
    public void The_filters_bring_every_kind_of_message_and_nothing_else()
    {
        MessageKind[] kinds = [.. MessageTopic.Filters("ulm/v1").Select(filter =>
        {
            string topic = filter.Replace("/+/", "/donau-07/").Replace("/+", "/json");
            Assert.True(MessageTopic.TryParse(topic, "ulm/v1", out MessageTopic? parsed), topic);
            return parsed.Value.Kind;
        })];
        Assert.Equal(Enum.GetValues<MessageKind>().Except([MessageKind.Other]).Order(), kinds.Distinct().Order());
    }

    [Fact]
    public void A_late_last_will_means_nothing()
    {
        NodePresence presence = new();
        Assert.Null(presence.IsOnline);
        Assert.True(presence.Take(Status("online", 4, 1)));
        Assert.True(presence.Take(Status("online", 4, 2)));
        Assert.False(presence.Take(Status("offline", 4, 1)));
        Assert.True(presence.IsOnline);
        Assert.True(presence.Take(Status("offline", 4, 2)));
        Assert.False(presence.IsOnline);
    }

    [Fact]
    public void A_last_will_without_a_birth_is_believed()
    {
        NodePresence presence = new();
        Assert.True(presence.Take(Status("offline", 4, 2)));
        Assert.False(presence.IsOnline);
    }

    [Fact]
    public void Meta_says_what_is_measured()
    {
        MetaMessage meta = (MetaMessage)Decode("meta", """
            {"contract":"1.3","firmware":"0.3.0","board":"ESP32","payload":"cbor","sampleSeconds":60,"batchSamples":10,"batchSeconds":300,
             "channels":[{"n":"temp","quantity":"temperature","u":"Cel","resolution":0.01,"sensor":"bme280","calibration":"factory"},
                         {"n":"rh"}],
             "keeps":{"segments":30,"bytes":122880},"encrypted":false,"sends":"Values.","retains":"Samples.","new":[{}]}
            """);
        Assert.True(meta is
        {
            Node: "donau-07", Contract: "1.3", Firmware: "0.3.0", Board: "ESP32", Payload: "cbor", SampleSeconds: 60, BatchSamples: 10,
            BatchSeconds: 300, KeepsBytes: 122_880, IsEncrypted: false, Sends: "Values.", Retains: "Samples.",
        });
        Assert.Equal(
            [new("temp", "temperature", "Cel", 0.01m, "bme280", "factory"), new("rh", null, null, null, null, null)], meta.Channels);
    }

    [Fact]
    public void Health_is_read_by_name()
    {
        HealthMessage health = (HealthMessage)Decode("health", """
            [{"bn":"ulm/v1/donau-07/","bver":26,"bt":1795291200,"n":"health","vs":"417.3"},{"n":"uptime","u":"s","v":86400},
             {"n":"x","vs":""}]
            """);
        Assert.Equal((417, 3, 1795291200m), (health.Boot, health.Connection, health.UnixSeconds));
        Assert.Equal(86_400m, health.ValueOf("uptime"));
        Assert.Null(health.ValueOf("radio"));
    }

    [Fact]
    public void An_answer_is_that_to_its_command() => Assert.Equal(
        new CommandAnswer("donau-07", "r1", 4, "nothing kept"), Decode("cmd-ack/r1", """{"id":"r1","rc":4,"msg":"nothing kept"}"""));

    [Fact]
    public void A_black_box_is_a_list_of_events()
    {
        BlackBoxMessage box = (BlackBoxMessage)Decode("black-box", """{"boot":418,"events":[[417,3605,26,-1],[418,0,22,1]]}""");
        Assert.Equal(418, box.Boot);
        Assert.Equal([new BlackBoxEvent(417, 3605, 26, -1), new BlackBoxEvent(418, 0, 22, 1)], box.Events);
    }

    [Fact]
    public void A_test_says_what_was_looked_at()
    {
        CommissioningMessage test = (CommissioningMessage)Decode("commissioning", Example("commissioning.json"));
        Assert.True(test is { Node: "donau-07", HasPassed: true, Boot: 3, AfterSeconds: 1, Configuration: "ff73e804" });
        Assert.Equal(
            ["sensors", "network", "time", "tls", "broker", "batch", "flash", "configuration"], test.Checks.Select(check => check.Key));
        Assert.All(test.Checks, check => Assert.Equal("ok", check.Value));
        Assert.Equal([KeyValuePair.Create("bme280", "ok")], test.Sensors);
    }

    [Fact]
    public void A_failed_test_may_say_little_and_things_that_are_new()
    {
        CommissioningMessage test = (CommissioningMessage)Decode(
            "commissioning", """{"result":"fail","boot":4,"checks":{"moon":"new"},"later":[1]}""");
        Assert.True(test is { HasPassed: false, Boot: 4, AfterSeconds: null, Configuration: null, Sensors: [] });
        Assert.Equal([KeyValuePair.Create("moon", "new")], test.Checks);
    }

    [Fact]
    public void A_configuration_is_reported()
    {
        Assert.Equal(
            new ConfigurationMessage("donau-07", "good", 3) { Id = "faster", Configuration = "ff73e804" },
            Decode("config/reported", Example("config-reported.json")));
        ConfigurationMessage refused = (ConfigurationMessage)Decode(
            "config/reported", """{"state":"refused","id":"a","why":"x is not known","config":"ff73e804","boot":3,"later":{}}""");
        Assert.True(refused is { IsRefusal: true, Why: "x is not known" });
    }

    [Theory]
    [InlineData("returned", true)]
    [InlineData("good", false)]
    [InlineData("trial", false)]
    [InlineData("provisioned", false)]
    [InlineData("of-a-later-version", false)]
    public void Only_what_the_node_does_not_do_is_a_refusal(string state, bool isRefusal) => Assert.Equal(
        isRefusal, ((ConfigurationMessage)Decode("config/reported", $$"""{"state":"{{state}}","boot":1}""")).IsRefusal);

    [Theory]
    [InlineData("black-box", """{"boot":1}""", "'events'")]
    [InlineData("black-box", """{"boot":1,"events":[[1,2,3]]}""", "uptime")]
    [InlineData("black-box", """{"boot":1,"events":[[1,2,3.5,4]]}""", "uptime")]
    [InlineData("status", "[]", "no JSON object")]
    [InlineData("status", """{"state":"asleep","boot":1,"conn":1}""", "'asleep'")]
    [InlineData("status", """{"state":"online","boot":1.5,"conn":1}""", "'boot'")]
    [InlineData("status", """{"state":"online","boot":1}""", "'conn'")]
    [InlineData("meta", """{"contract":"1.0"}""", "'channels'")]
    [InlineData("meta", """{"contract":"1.0","channels":[1]}""", "channel")]
    [InlineData("meta", """{"contract":1,"channels":[]}""", "'contract'")]
    [InlineData("health", "[]", "the health of ulm/v1/donau-07/")]
    [InlineData("health", """[{"bn":"ulm/v1/donau-07/","n":"health","vs":"417"}]""", "boot.connection")]
    [InlineData("cmd-ack/r2", """{"id":"r1","rc":0}""", "'r1'")]
    [InlineData("commissioning", """{"boot":1,"checks":{}}""", "'result'")]
    [InlineData("commissioning", """{"result":"maybe","boot":1,"checks":{}}""", "'maybe'")]
    [InlineData("commissioning", """{"result":"pass","checks":{}}""", "'boot'")]
    [InlineData("commissioning", """{"result":"pass","boot":1}""", "'checks'")]
    [InlineData("commissioning", """{"result":"pass","boot":1,"checks":{"time":1}}""", "'time'")]
    [InlineData("commissioning", """{"result":"pass","boot":1,"checks":{},"sensors":[1]}""", "sensor")]
    [InlineData("commissioning", """{"result":"pass","boot":1,"checks":{},"sensors":[{"name":"x"}]}""", "'state'")]
    [InlineData("config/reported", """{"boot":1}""", "'state'")]
    [InlineData("config/reported", """{"state":"good"}""", "'boot'")]
    [InlineData("config/reported", """{"state":"good","boot":1,"why":1}""", "'why'")]
    [InlineData("config/desired", "{}", "does not know")]
    [InlineData("cmd/report", "{}", "does not know")]
    [InlineData("data/xml", "", "does not know")]
    public void Refuses_what_is_none_and_says_where(string topic, string text, string where) =>
        Assert.Contains(where, Assert.Throws<DecodeException>(() => Decode(topic, text)).Message);

    [Theory]
    [InlineData("ulm/v1/n/data/json", "ulm/v1", "ulm/v1", "n", MessageKind.Data)]
    [InlineData("ulm/v1/n/data/json", null, "ulm/v1", "n", MessageKind.Data)]
    [InlineData("data/n/status", null, "data", "n", MessageKind.Status)]
    [InlineData("a/b/c/n/cmd-ack/r1", null, "a/b/c", "n", MessageKind.CommandAnswer)]
    [InlineData("ulm/v1/n/commissioning", null, "ulm/v1", "n", MessageKind.Commissioning)]
    [InlineData("ulm/v1/n/config/reported", "ulm/v1", "ulm/v1", "n", MessageKind.Configuration)]
    [InlineData("ulm/v1/n/config/reported", null, "ulm/v1", "n", MessageKind.Configuration)]
    [InlineData("ulm/v1/config/status", null, "ulm/v1", "config", MessageKind.Status)]
    [InlineData("ulm/v1/n/config/desired", "ulm/v1", "ulm/v1", "n", MessageKind.Other)]
    [InlineData("ulm/v1/n/cmd/x", "ulm/v1", "ulm/v1", "n", MessageKind.Other)]
    public void A_topic_is_taken_apart(string topic, string? root, string foundRoot, string node, MessageKind kind)
    {
        Assert.True(MessageTopic.TryParse(topic, root, out MessageTopic? parsed));
        Assert.Equal((foundRoot, node, kind), (parsed.Value.Root, parsed.Value.Node, parsed.Value.Kind));
    }

    [Theory]
    [InlineData("ulm/v2/n/data/json", "ulm/v1")]
    [InlineData("ulm/v1", "ulm/v1")]
    [InlineData("ulm/v1//data/json", "ulm/v1")]
    [InlineData("status", null)]
    [InlineData("", null)]
    public void What_is_no_topic_of_a_node_is_refused(string topic, string? root) =>
        Assert.False(MessageTopic.TryParse(topic, root, out _));

    private static string Example(string file) => File.ReadAllText(ContractFiles.PathOf($"examples/{file}"));

    private static StatusMessage Status(string state, int boot, int connection) =>
        (StatusMessage)Decode("status", $$"""{"state":"{{state}}","boot":{{boot}},"conn":{{connection}}}""");

    private static NodeMessage Decode(string topic, string text) =>
        new MessageDecoder().Decode($"ulm/v1/donau-07/{topic}", Encoding.UTF8.GetBytes(text));
}
