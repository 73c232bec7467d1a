using System.Text;
using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>Configurations from afar: refused, tried, proved, and returned from, with the restarts between.</summary>
public class RemoteConfigurationTests
{
    private const int Minute = 60_000;
    private const string Desired = "ulm/v1/donau-07/config/desired";
    private const string Reported = "ulm/v1/donau-07/config/reported";
    private const string File = """
        {"node":"donau-07","sampleSeconds":10,"brokers":[{"host":"first","user":"u","password":"geheim"},{"host":"plain","tls":false}]}
        """;

    private static readonly string[] SensorNames = ["bme280", "bmp280"];

    private readonly FakeWorld _world = new();
    private NodeConfiguration _configuration = new("0123456789ab");
    private Node _node;

    public RemoteConfigurationTests()
    {
        _world.Files["ulmedge.json"] = Encoding.UTF8.GetBytes(File);
        _node = Boot();
        _world.Run(_node, Minute);
    }

    [Fact]
    public void A_node_that_was_never_asked_says_that_it_is_as_provisioned()
    {
        Assert.Equal(("provisioned", null, null), Report());
        Assert.Equal(ConfigurationHash.Text(ConfigurationHash.Of(_configuration)), Field("config"));
    }

    [Fact]
    public void A_good_one_is_tried_after_a_restart_proves_itself_and_stays()
    {
        Ask("""{"id":"faster","sampleSeconds":5}""");
        Assert.Equal((1, RestartReason.ConfigurationTrial), (_world.Restarts, _node.Restarts.Reason));
        _node = Boot();
        Assert.Equal(5, _configuration.SampleSeconds);
        _world.Run(_node, Minute);
        Assert.Equal(("good", "faster", null), Report());
        _node = Boot();
        Assert.Equal(5, _configuration.SampleSeconds);
        _world.Run(_node, 20 * Minute);
        Assert.Equal(("good", "faster", null), Report());
        Ask("""{"id":"faster","sampleSeconds":5}""", isRetained: true); // As it comes with each connection.
        Assert.Equal((1, ("good", "faster", null)), (_world.Restarts, Report()));
    }

    [Fact]
    public void Nothing_that_was_measured_is_lost_by_the_restart()
    {
        int next = _node.NextSample;
        Ask("""{"id":"faster","sampleSeconds":5}""");
        _node = Boot();
        Assert.InRange(_node.FirstSample, next, int.MaxValue);
    }

    [Fact]
    public void One_without_a_way_to_a_broker_is_returned_from_after_five_minutes_and_not_tried_again()
    {
        const string nowhere = """{"id":"nowhere","brokers":[{"host":"nowhere"}]}""";
        Ask(nowhere);
        _world.Broker.AnswerTo = host => host == "nowhere" ? BrokerEventKind.Failed : BrokerEventKind.Opened;
        _node = Boot();
        _world.Run(_node, (5 * Minute) - 1000);
        Assert.Equal(1, _world.Restarts);
        _world.Run(_node, 10_000);
        Assert.Equal((2, RestartReason.ConfigurationReturn), (_world.Restarts, _node.Restarts.Reason));
        _node = Boot();
        Assert.Equal("first", _configuration.Brokers[0].Host);
        _world.Run(_node, Minute);
        Assert.Equal(("returned", "nowhere", "no connection to a broker within 300 s"), Report());
        Ask(nowhere, isRetained: true);
        _world.Run(_node, 20 * Minute);
        Assert.Equal(2, _world.Restarts);
        Ask("""{"id":"again","sampleSeconds":20}""");
        Assert.Equal(3, _world.Restarts);
    }

    [Fact]
    public void A_broker_that_acknowledges_nothing_is_no_proof()
    {
        Ask("""{"id":"other","brokers":[{"host":"other"}]}""");
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _node = Boot();
        _world.Run(_node, 6 * Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _node = Boot();
        _world.Run(_node, Minute);
        Assert.Equal(("returned", "other", "connected, and no batch acknowledged within 300 s"), Report());
    }

    [Fact]
    public void A_board_that_restarts_in_trials_gets_two_and_then_the_last_good_one()
    {
        Ask("""{"id":"one","sampleSeconds":5}""");
        _node = Boot();
        _world.Run(_node, Minute);
        Ask("""{"id":"two","sampleSeconds":7}""", afterMs: 11 * Minute);
        _world.Broker.OpenAnswer = BrokerEventKind.Failed;
        foreach (int seconds in new[] { 7, 7, 5, 5 })
        {
            _node = Boot();
            Assert.Equal(seconds, _configuration.SampleSeconds);
        }

        _world.Broker.OpenAnswer = BrokerEventKind.Opened;
        _world.Run(_node, 2 * Minute);
        Assert.Equal(("returned", "two", "the board restarted before it had proved itself"), Report());
    }

    [Fact]
    public void Trials_do_not_follow_each_other_in_haste()
    {
        Ask("""{"id":"one","sampleSeconds":5}""");
        _node = Boot();
        _world.Run(_node, Minute);
        Ask("""{"id":"two","sampleSeconds":7}""");
        _world.Run(_node, 5 * Minute);
        Assert.Equal(1, _world.Restarts);
        _world.Run(_node, 6 * Minute);
        Assert.Equal(2, _world.Restarts);
    }

    [Fact]
    public void Back_to_the_file_is_a_configuration_like_any_other()
    {
        Ask("""{"id":"one","sampleSeconds":5}""");
        _node = Boot();
        _world.Run(_node, 11 * Minute);
        Ask("""{"id":"file"}""");
        _node = Boot();
        Assert.Equal(10, _configuration.SampleSeconds);
        _world.Run(_node, Minute);
        Assert.Equal(("good", "file", null), Report());
    }

    [Fact]
    public void One_that_changes_nothing_needs_no_restart()
    {
        Ask("""{"id":"same","sampleSeconds":10}""");
        Assert.Equal((0, ("good", "same", null)), (_world.Restarts, Report()));
    }

    [Fact]
    public void A_new_file_is_not_overruled_by_what_was_asked_for_before()
    {
        Ask("""{"id":"one","sampleSeconds":5}""");
        _node = Boot();
        _world.Run(_node, Minute);
        _world.Files["ulmedge.json"] = Encoding.UTF8.GetBytes("""{"node":"donau-07","brokers":[{"host":"first"}],"sampleSeconds":30}""");
        Boot();
        Assert.Equal(30, _configuration.SampleSeconds);
    }

    [Fact]
    public void Credentials_go_to_the_hosts_of_the_file_and_to_no_other()
    {
        Ask("""{"id":"a","brokers":[{"host":"other"},{"host":"first","port":9999}]}""");
        Boot();
        Assert.Equal(["other", "first"], _configuration.Brokers.Select(broker => broker.Host));
        Assert.Equal([null, "geheim"], _configuration.Brokers.Select(broker => broker.Password));
        Assert.Equal([null, "u"], _configuration.Brokers.Select(broker => broker.User));
        Assert.DoesNotContain(_world.Broker.Messages, message => message.Text.Contains("geheim"));
    }

    [Theory]
    [InlineData("[1]", "config/desired is not JSON at byte 1")]
    [InlineData("""{"id":"a","sampleSeconds":1""", "config/desired is not JSON at byte 27")]
    [InlineData("""{"sampleSeconds":5}""", "id must be there, 1 to 32 of a-z, A-Z, 0-9 and hyphen")]
    [InlineData("""{"id":"ä"}""", "id must be there, 1 to 32 of a-z, A-Z, 0-9 and hyphen")]
    [InlineData("""{"id":"a","sampelSeconds":5}""", "sampelSeconds is not known; it is ignored")]
    [InlineData("""{"id":"a","sampleSeconds":0}""", "sampleSeconds is 0; it must be a whole number from 1 to 86400, so 10 is used")]
    [InlineData("""{"id":"a","node":"b"}""", "node can be changed in ulmedge.json only")]
    [InlineData("""{"id":"a","root":"b"}""", "root can be changed in ulmedge.json only")]
    [InlineData("""{"id":"a","trust":[]}""", "trust can be changed in ulmedge.json only")]
    [InlineData("""{"id":"a","timeFloor":2000000000}""", "timeFloor can be changed in ulmedge.json only")]
    [InlineData("""{"id":"a","journalSegments":4}""", "journalSegments can be changed in ulmedge.json only")]
    [InlineData("""{"id":"a","brokers":[{"host":"first","password":"x"}]}""", "brokers.password may stand in ulmedge.json only: what is sent to a node can be read by others")]
    [InlineData("""{"id":"a","brokers":[{"host":"first","tls":false}]}""", "brokers.tls is false; only ulmedge.json can say that a broker is used without TLS")]
    [InlineData("""{"id":"a","brokers":[{"host":"other","tls":false}]}""", "brokers.tls is false; only ulmedge.json can say that a broker is used without TLS")]
    [InlineData("""{"id":"a","brokers":[]}""", "brokers is empty; without a broker nobody could change that again")]
    [InlineData("""{"id":"a","sensors":["sds012"]}""", "sensors has \"sds012\", which this firmware does not know")]
    public void What_is_wrong_is_refused_in_one_sentence_and_changes_nothing(string text, string why)
    {
        byte[][] before = [.. ConfigurationFiles()];
        Ask(text);
        Assert.Equal(("refused", why), (Field("state"), Field("why")));
        Assert.Equal(0, _world.Restarts);
        Assert.Equal(before, ConfigurationFiles());
    }

    [Fact]
    public void One_that_was_refused_is_no_fault_of_the_node_in_report_or_light()
    {
        _world.Run(_node, 10 * Minute); // Else the next boot would be a careful one.
        Array.Fill(_world.Sensor.Readings, Reading.Missing(Absence.NotPresent));
        _node = Boot();
        Ask("""{"id":"a","sampleSeconds":0}""");
        _world.Run(_node, Minute);
        Assert.Equal("refused", Report().State);
        JsonElement test = JsonDocument.Parse(
            _world.Broker.Messages.Last(message => message.Topic == "ulm/v1/donau-07/commissioning").Text).RootElement;
        JsonElement checks = test.GetProperty("checks");
        Assert.Equal("fail", test.GetProperty("result").GetString());
        Assert.Equal("1 not delivering", checks.GetProperty("sensors").GetString());
        Assert.Equal("ok", checks.GetProperty("configuration").GetString());
        Assert.Equal(LightSignal.Sensor, _node.Test.Signal(_world.UptimeMs));
    }

    [Fact]
    public void A_plain_broker_of_the_file_may_be_used_from_afar()
    {
        Ask("""{"id":"a","brokers":[{"host":"plain","tls":false,"port":1884}]}""");
        Boot();
        BrokerSettings broker = _configuration.Brokers[0];
        Assert.Equal(("plain", 1884, false), (broker.Host, broker.Port, broker.IsEncrypted));
    }

    [Fact]
    public void A_flash_that_refuses_the_trial_is_asked_again()
    {
        _world.FlashIsBroken = true;
        Ask("""{"id":"a","sampleSeconds":5}""");
        Assert.Equal(0, _world.Restarts);
        _world.FlashIsBroken = false;
        _world.Run(_node, Minute);
        Assert.Equal(1, _world.Restarts);
    }

    private IEnumerable<byte[]> ConfigurationFiles() =>
        _world.Files.Where(file => file.Key.StartsWith("config.", StringComparison.Ordinal)).Select(file => file.Value);

    private void Ask(string text, bool isRetained = false, int afterMs = 0)
    {
        _world.Run(_node, afterMs + 1);
        _world.Broker.Send(Desired, text, isRetained);
        _world.Run(_node, 10_000);
    }

    private Node Boot()
    {
        ConfigurationStore store = new(_world, SensorNames);
        _configuration = store.Choose("0123456789ab", true, new Complaints());
        _world.Ports.Configuration = store;
        _world.Reboot();
        return new Node(_configuration, _world.Ports, [_world.Sensor]);
    }

    private (string State, string? Id, string? Why) Report() => (Field("state")!, Field("id"), Field("why"));

    private string? Field(string name)
    {
        (string _, string text, bool isRetained) = _world.Broker.Messages.Last(message => message.Topic == Reported);
        Assert.True(isRetained);
        return JsonDocument.Parse(text).RootElement.TryGetProperty(name, out JsonElement field) ? field.GetString() : null;
    }
}
