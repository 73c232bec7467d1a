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
    [InlineData("black-box")]
    [InlineData("cmd-ack/r1")]
    public void A_good_message_passes(string topic) =>
        Assert.Null(ContractCheck.FaultIn(Node + topic, GoodMessages.Bytes(GoodMessages.JsonOf(topic))));

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
