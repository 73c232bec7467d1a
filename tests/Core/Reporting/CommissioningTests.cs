using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reporting;

/// <summary>A node that was just mounted says within a minute whether it works, and what does not.</summary>
public class CommissioningTests
{
    private const string Topic = "ulm/v1/donau-07/commissioning";

    private readonly FakeWorld _world = new();

    [Fact]
    public void What_works_passes_with_the_first_acknowledged_batch()
    {
        Node node = _world.NewNode();
        _world.Run(node, 30_000);
        JsonElement report = Reports().Single();
        Assert.Equal("pass", report.GetProperty("result").GetString());
        Assert.InRange(report.GetProperty("after").GetInt32(), 0, 15);
        Assert.All(
            report.GetProperty("checks").EnumerateObject(),
            check => Assert.Equal(check.Name == "tls" ? "plain" : "ok", check.Value.GetString()));
        Assert.Equal("""[{"name":"fake","state":"ok"}]""", report.GetProperty("sensors").GetRawText());
    }

    [Fact]
    public void Encryption_is_told()
    {
        _world.Configuration.Brokers[0].IsEncrypted = true;
        _world.Run(_world.NewNode(), 30_000);
        Assert.Equal("ok", Check("tls"));
    }

    [Fact]
    public void A_sensor_that_is_not_there_fails_after_a_minute_by_name_and_passes_when_it_comes()
    {
        Array.Fill(_world.Sensor.Readings, Reading.Missing(Absence.NotPresent));
        Node node = _world.NewNode();
        _world.Run(node, 59_000);
        Assert.Empty(Reports());
        _world.Run(node, 3_000);
        Assert.Equal(("fail", "1 not delivering"), (Result(), Check("sensors")));
        Assert.Equal("""[{"name":"fake","state":"notpresent"}]""", Reports().Last().GetProperty("sensors").GetRawText());
        Assert.Equal("ok", Check("batch"));
        Array.Fill(_world.Sensor.Readings, Reading.Of(2000));
        _world.Run(node, 70_000);
        Assert.Equal(("pass", 2), (Result(), Reports().Count()));
    }

    [Fact]
    public void Without_the_time_of_day_it_fails_and_the_report_gets_out_nevertheless()
    {
        _world.ClockIsSet = false;
        Node node = _world.NewNode();
        _world.Run(node, 62_000);
        Assert.Equal(("fail", "unknown", "none acknowledged"), (Result(), Check("time"), Check("batch")));
        _world.ClockIsSet = true;
        _world.Run(node, 62_000);
        Assert.Equal("pass", Result());
    }

    [Theory]
    [InlineData(BrokerEventKind.Refused, "broker", "refused user, password or id")]
    [InlineData(BrokerEventKind.Failed, "broker", "not reached")]
    [InlineData(BrokerEventKind.NoCertificate, "tls", "certificate or key missing")]
    public void What_kept_it_from_the_broker_is_told_by_the_light(BrokerEventKind answer, string check, string words)
    {
        _world.Configuration.Brokers[0].IsEncrypted = true;
        _world.Broker.OpenAnswer = answer;
        Node node = _world.NewNode();
        _world.Run(node, 62_000);
        Assert.Empty(Reports());
        Assert.Equal(words, check == "tls" ? node.Test.Tls : node.Test.Broker);
        Assert.Equal(
            answer == BrokerEventKind.NoCertificate ? LightSignal.Certificate : LightSignal.NoBroker, node.Test.Signal(_world.UptimeMs));
    }

    [Fact]
    public void The_light_tests_then_says_passed_and_then_that_all_is_well()
    {
        Node node = _world.NewNode();
        Assert.Equal(LightSignal.Testing, node.Test.Signal(0));
        _world.Run(node, 30_000);
        Assert.Equal(LightSignal.Passed, node.Test.Signal(_world.UptimeMs));
        _world.Run(node, 600_000);
        Assert.Equal(LightSignal.Well, node.Test.Signal(_world.UptimeMs));
        _world.IsUp = false;
        _world.Broker.Post(BrokerEventKind.Closed);
        _world.Run(node, 30_000);
        Assert.Equal(LightSignal.NoNetwork, node.Test.Signal(_world.UptimeMs));
    }

    [Fact]
    public void Faults_of_the_file_keep_it_from_passing()
    {
        _world.Configuration.Faults = 2;
        Node node = _world.NewNode();
        _world.Run(node, 62_000);
        Assert.Equal(("fail", "2 fault(s) in ulmedge.json"), (Result(), Check("configuration")));
        Assert.Equal(LightSignal.Configuration, node.Test.Signal(_world.UptimeMs));
    }

    private string Result() => Reports().Last().GetProperty("result").GetString()!;

    private string Check(string name) => Reports().Last().GetProperty("checks").GetProperty(name).GetString()!;

    private IEnumerable<JsonElement> Reports() =>
        from message in _world.Broker.Messages
        where message.Topic == Topic && message.Retain
        select JsonDocument.Parse(message.Text).RootElement;
}
