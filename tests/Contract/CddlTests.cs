using System.Formats.Cbor;

namespace UlmEdge.Tests.Contract;

/// <summary>The grammar that judges CBOR: what it reads, and that it can say no.</summary>
public class CddlTests
{
    [Fact]
    public void The_published_grammar_is_complete()
    {
        Assert.Contains("pack", ContractCddl.Grammar.Rules);
        Assert.Contains("pack-rel", ContractCddl.Grammar.Rules);
    }

    [Theory]
    [InlineData("a = b")] // not defined
    [InlineData("a = { 1 => int ")] // does not end
    [InlineData("a = int a = text")] // twice
    [InlineData("a int")]
    [InlineData("a = ~b")] // more than is known here
    public void A_faulty_grammar_is_refused(string text) => Assert.Throws<FormatException>(() => new CddlGrammar(text).Complete());

    [Theory]
    [InlineData("a = [int, ? text, * bool]", "8101", true)]
    [InlineData("a = [int, ? text, * bool]", "8401616BF5F4", true)]
    [InlineData("a = [int, ? text, * bool]", "8201 01", false)]
    [InlineData("a = [+ int]", "80", false)]
    [InlineData("a = 2..4", "02", true)]
    [InlineData("a = 2..4", "05", false)]
    [InlineData("a = -4..-2", "21", true)]
    [InlineData("a = \"x\" / 7", "6178", true)]
    [InlineData("a = \"x\" / 7", "6179", false)]
    [InlineData("a = text .regexp \"[a-c]+\"", "616B", false)]
    [InlineData("a = { 0 => text, ? 1 => uint, * ext => any } ext = text", "A1006161", true)]
    [InlineData("a = { 0 => text, ? 1 => uint, * ext => any } ext = text", "A200616161 6200", true)]
    [InlineData("a = { 0 => text, ? 1 => uint, * ext => any } ext = text", "A2006161 0120", false)] // negative
    [InlineData("a = { 0 => text, ? 1 => uint, * ext => any } ext = text", "A2006161 0201", false)] // an unknown number
    [InlineData("a = { 0 => text } / $more ; nothing more; \"yet\"", "A0", false)]
    public void An_item_is_allowed_or_not(string grammar, string hex, bool isAllowed) => Assert.Equal(
        isAllowed, new CddlGrammar(grammar).Complete().Allows("a", CborTree.Read(Convert.FromHexString(hex.Replace(" ", "")))));

    [Fact]
    public void A_label_that_must_be_understood_is_refused_and_another_is_not()
    {
        Assert.True(ContractCddl.Grammar.Allows("record", CborTree.Read(Temperature("colour"))));
        Assert.False(ContractCddl.Grammar.Allows("record", CborTree.Read(Temperature("colour_"))));
    }

    private static byte[] Temperature(string label)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(4);
        writer.WriteInt32(0);
        writer.WriteTextString("temp");
        writer.WriteInt32(1);
        writer.WriteTextString("Cel");
        writer.WriteInt32(2);
        writer.WriteInt32(21);
        writer.WriteTextString(label);
        writer.WriteInt32(1);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
