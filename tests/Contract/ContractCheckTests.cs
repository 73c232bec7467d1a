using MQTTnet;
using MQTTnet.Protocol;

namespace UlmEdge.Tests.Contract;

/// <summary>The check lets good messages pass, and finds each rule broken on its own.</summary>
public class ContractCheckTests
{
    private const string Node = "ulm/v1/donau-07/";

    [Theory]
    [InlineData("data/json")]
    [InlineData("data-rel/json")]
    [InlineData("status")]
    [InlineData("meta")]
    [InlineData("health")]
    [InlineData("cmd-ack/r1")]
    public void A_good_message_passes(string topic) =>
        Assert.Null(ContractCheck.FaultIn(Node + topic, GoodMessages.Bytes(GoodMessages.JsonOf(topic))));

    [Theory]
    [InlineData("data")]
    [InlineData("data-rel")]
    public void Its_CBOR_passes(string topic) =>
        Assert.Null(ContractCheck.FaultIn($"{Node}{topic}/cbor", GoodMessages.CborOf(GoodMessages.JsonOf(topic + "/json"))));

    [Theory]
    [InlineData("data/json", "{\"n\":\"press.q\"", "{\"n\":\"wind\",\"u\":\"m/s\",\"t\":60,\"v\":3},{\"n\":\"press.q\"")]
    [InlineData("data/json", "\"n\":\"rh2\"", "\"n\":\"rh2\",\"colour\":\"blue\"")]
    [InlineData("status", "\"boot\"", "\"why\":\"power\",\"boot\"")]
    [InlineData("meta", "\"board\"", "\"place\":\"pole\",\"board\"")]
    [InlineData("meta", "\"contract\":\"1.0\"", "\"contract\":\"1.7\"")]
    [InlineData("meta", ",\"calibration\":\"factory\"", "")]
    [InlineData("health", "{\"n\":\"stored\"", "{\"n\":\"supply\",\"u\":\"V\",\"v\":3.3},{\"n\":\"stored\"")]
    [InlineData("health", "\"bt\":1795291200,", "")]
    [InlineData("health", ",{\"n\":\"stored\",\"u\":\"count\",\"v\":1390}", "")]
    [InlineData("cmd-ack/r1", "\"rc\"", "\"took\":3,\"rc\"")]
    public void What_is_added_passes(string topic, string part, string instead) => Assert.Null(FaultOf(topic, part, instead));

    [Theory]
    [MemberData(nameof(BrokenMessages.All), MemberType = typeof(BrokenMessages))]
    public void Every_rule_is_watched(string topic, string part, string instead) => Assert.NotNull(FaultOf(topic, part, instead));

    [Theory]
    [InlineData("data", "\"bver\":26,\"x_\":1")]
    [InlineData("data", "\"bt\":100")]
    [InlineData("data", "\"vs\":\"3.417.88231.3\"")]
    public void The_same_holds_for_CBOR(string topic, string instead)
    {
        string json = GoodMessages.JsonOf(topic + "/json").Replace("\"bver\":26", "");
        string name = instead.Split(':')[0];
        string broken = json.Contains(name)
            ? System.Text.RegularExpressions.Regex.Replace(json, name + ":(\"[^\"]*\"|[0-9]+)", instead)
            : json.Replace("\"bt\"", "\"s\":1,\"bt\"");
        Assert.NotEqual(json, broken);
        Assert.NotNull(ContractCheck.FaultIn($"{Node}{topic}/cbor", GoodMessages.CborOf(broken)));
    }

    [Theory]
    [InlineData("83A0A0A0")] // no names
    [InlineData("9FFF")] // indefinite length
    [InlineData("80")] // nothing
    [InlineData("A0")] // a map
    [InlineData("8001")] // more behind it
    [InlineData("8181")] // too short
    [InlineData("C1")]
    public void Nonsense_in_CBOR_is_a_fault_and_no_exception(string hex) =>
        Assert.NotNull(ContractCheck.FaultIn(Node + "data/cbor", Convert.FromHexString(hex)));

    [Fact]
    public void A_long_float_or_a_whole_one_is_a_fault()
    {
        byte[] good = GoodMessages.CborOf(GoodMessages.JsonOf("data/json"));
        string hex = Convert.ToHexString(good);
        Assert.Contains("F9B800", hex); // -0.5 as half
        Assert.NotNull(ContractCheck.FaultIn(Node + "data/cbor", Convert.FromHexString(hex.Replace("F9B800", "FABF000000"))));
        Assert.NotNull(ContractCheck.FaultIn(Node + "data/cbor", Convert.FromHexString(hex.Replace("F9B800", "F9BC00")))); // -1.0
    }

    [Theory]
    [InlineData("ulm/v1/donau-07/data")]
    [InlineData("ulm/v1/donau-07/data/xml")]
    [InlineData("ulm/v1/donau-07/debug")]
    [InlineData("ulm/v1/Donau/status")]
    [InlineData("status")]
    [InlineData("homeassistant/sensor/donau-07/config")]
    public void A_topic_that_the_contract_has_not_is_a_fault(string topic) =>
        Assert.NotNull(ContractCheck.FaultIn(topic, GoodMessages.Bytes("""{"state":"online","boot":1,"conn":1}""")));

    [Theory]
    [InlineData("homeassistant/sensor/donau-07_temp/config", """{"state_topic":"ulm/v1/donau-07/latest/temp","unique_id":"x","expire_after":900}""", true)]
    [InlineData("homeassistant/sensor/donau-07_temp/config", """{"state_topic":"ulm/v1/donau-08/latest/temp","unique_id":"x","expire_after":900}""", false)]
    [InlineData("ulm/v1/donau-07/latest/temp", "21.37", true)]
    [InlineData("ulm/v1/donau-07/latest/temp", "-0.5", true)]
    [InlineData("ulm/v1/donau-07/latest/temp", "21.370", false)]
    [InlineData("ulm/v1/donau-07/latest/temp", "warm", false)]
    [InlineData("ulm/v1/donau-07/cmd/resend", "whatever others send", true)]
    public void Optional_topics_are_known(string topic, string payload, bool isGood) =>
        Assert.Equal(isGood, ContractCheck.FaultIn(topic, GoodMessages.Bytes(payload)) is null);

    [Theory]
    [InlineData("status", true, MqttQualityOfServiceLevel.AtLeastOnce, true)]
    [InlineData("status", false, MqttQualityOfServiceLevel.AtLeastOnce, false)]
    [InlineData("status", true, MqttQualityOfServiceLevel.AtMostOnce, false)]
    [InlineData("data/json", true, MqttQualityOfServiceLevel.AtLeastOnce, false)]
    [InlineData("data/json", false, MqttQualityOfServiceLevel.AtLeastOnce, true)]
    public void How_it_is_sent_is_part_of_it(string topic, bool isRetained, MqttQualityOfServiceLevel quality, bool isGood)
    {
        MqttApplicationMessage message = new MqttApplicationMessageBuilder()
            .WithTopic(Node + topic)
            .WithPayload(GoodMessages.JsonOf(topic))
            .WithRetainFlag(isRetained)
            .WithQualityOfServiceLevel(quality)
            .Build();
        Assert.Equal(isGood, ContractCheck.FaultIn(message) is null);
    }

    [Theory]
    [InlineData("resend", """{"id":"r1","epoch":3,"first":100,"end":200}""", true)]
    [InlineData("resend", """{"id":"r1","epoch":3,"first":100,"end":200,"soon":true}""", true)]
    [InlineData("resend", """{"id":"r1","epoch":3,"first":100}""", false)]
    [InlineData("resend", """{"id":"r1","epoch":3,"first":-1,"end":200}""", false)]
    [InlineData("resend", """{"id":"r1","epoch":3,"first":1.5,"end":200}""", false)]
    [InlineData("report", """{"id":"r_2"}""", false)]
    [InlineData("report", """{"id":""}""", false)]
    [InlineData("report", """{}""", false)]
    [InlineData("report", """{"id":"123456789012345678901234567890123"}""", false)]
    public void Requests_have_a_schema(string name, string payload, bool isGood) =>
        Assert.Equal(isGood, ContractCheck.FaultInRequest(name, GoodMessages.Bytes(payload)) is null);

    private static string? FaultOf(string topic, string part, string instead)
    {
        string good = GoodMessages.JsonOf(topic).ReplaceLineEndings("");
        Assert.Contains(part, good);
        return ContractCheck.FaultIn(Node + topic, GoodMessages.Bytes(good.Replace(part, instead)));
    }
}
