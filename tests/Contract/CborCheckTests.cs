namespace UlmEdge.Tests.Contract;

/// <summary>CBOR is held to the same rules as JSON, and to those of its own form.</summary>
public class CborCheckTests
{
    private const string Node = "ulm/v1/donau-07/";

    [Theory]
    [InlineData("data")]
    [InlineData("data-rel")]
    public void Its_CBOR_passes(string topic) =>
        Assert.Null(ContractCheck.FaultIn($"{Node}{topic}/cbor", GoodMessages.CborOf(GoodMessages.JsonOf(topic + "/json"))));

    [Theory]
    [InlineData("1795291200", "100")]
    [InlineData("3.417.88231.2", "3.417.88231.3")]
    [InlineData("%RH", "%")]
    [InlineData("\"t\":60,\"v\":-0.5", "\"v\":-0.5,\"t\":60")] // keys out of order
    [InlineData("\"n\":\"batch\"", "\"s\":1,\"n\":\"batch\"")]
    public void The_same_holds_for_CBOR(string part, string instead)
    {
        string good = GoodMessages.JsonOf("data/json");
        Assert.Contains(part, good);
        Assert.NotNull(ContractCheck.FaultIn(Node + "data/cbor", GoodMessages.CborOf(good.Replace(part, instead))));
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
}
