using System.Text;
using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;

namespace UlmEdge.Tests.Core;

public class SenmlJsonTests
{
    private readonly SenmlJson _senml = new("ulm/v1/donau-07/");

    /// <summary>The pack that contract and README show.</summary>
    public const string ContractExample =
        """[{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"3.417.88231.2"},""" +
        """{"n":"temp","u":"Cel","v":21.37},{"n":"rh","u":"%RH","v":56.2},{"n":"press","u":"Pa","v":95712},""" +
        """{"n":"temp","u":"Cel","t":60,"v":21.36},{"n":"rh","u":"%RH","t":60,"v":56},{"n":"press.q","v":1,"t":60}]""";

    [Fact]
    public void A_pack_looks_as_the_contract_shows_it()
    {
        Batch batch = Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712), (1_795_291_260, 2136, 5600, 95_710));
        batch.Epoch = 3;
        batch.Reasons[batch.CellAt(1, 2)] = 1;
        Assert.Equal(ContractExample, Text(batch));
    }

    [Fact]
    public void Every_batch_fits_a_message_and_reads_back_with_a_foreign_parser()
    {
        Batches.Any.Sample(batch =>
        {
            batch.TimesAreUnix = true;
            JsonElement[] records = [.. JsonDocument.Parse(Text(batch)).RootElement.EnumerateArray()];
            Assert.Equal($"{batch.Epoch}.{batch.Boot}.{batch.FirstSample}.{batch.RowCount}", records[0].GetProperty("vs").GetString());
            Assert.Equal(Expected(batch), records.Skip(1).Select(record => Read(record, records[0].GetProperty("bt").GetInt64())));
        }, threads: 1);
    }

    [Fact]
    public void A_summary_says_what_it_sums_up()
    {
        Batch batch = Batches.OfWeather((1_795_291_200, 2100, 2137, 2240), (1_795_291_800, 2200, 2237, 2340));
        batch.ChannelCount = 1;
        batch.WindowSeconds = 600;
        (batch.RowSamples[0], batch.RowSamples[1]) = (10, 9);
        batch.Reasons[3] = batch.Reasons[4] = batch.Reasons[5] = 2;
        Assert.Equal(
            """[{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"1234567.417.88231.19"},""" +
            """{"n":"thinned","u":"s","v":600},{"n":"samples","u":"count","v":10},""" +
            """{"n":"temp.min","u":"Cel","v":21},{"n":"temp.mean","u":"Cel","v":21.37},{"n":"temp.max","u":"Cel","v":22.4},""" +
            """{"n":"samples","u":"count","t":600,"v":9},{"n":"temp.q","v":2,"t":600}]""",
            Text(batch));
    }

    [Fact]
    public void A_batch_without_a_date_has_times_up_to_its_last_row()
    {
        Batch batch = Batches.OfWeather((100, 2137, 5620, 95_712), (160, 2136, 5620, 95_712));
        batch.ChannelCount = 1;
        batch.TimesAreUnix = false;
        batch.Values[1] = 2136;
        Assert.Equal(
            """[{"bn":"ulm/v1/donau-07/","n":"batch","vs":"1234567.417.88231.2"},{"n":"uptime","u":"s","v":160},""" +
            """{"n":"temp","u":"Cel","t":-60,"v":21.37},{"n":"temp","u":"Cel","v":21.36}]""",
            Text(batch));
    }

    [Fact]
    public void Every_summary_fits_a_message() => Batches.AnySummary.Sample(batch =>
    {
        ByteBuffer text = new SenmlJson(new string('r', Limits.RootCharactersMax) + "/" + new string('n', Limits.NodeIdCharactersMax) + "/")
            .Write(batch);
        Assert.False(text.Overflowed);
        Assert.Equal(1 + (batch.TimesAreUnix ? 0 : 1) + 1, JsonDocument.Parse(text.ToArray()).RootElement.EnumerateArray()
            .TakeWhile(record => record.GetProperty("n").GetString() != "samples").Count());
    });

    [Theory]
    [InlineData(0, 2, "0")]
    [InlineData(5, 2, "0.05")]
    [InlineData(-5, 2, "-0.05")]
    [InlineData(-50, 2, "-0.5")]
    [InlineData(2100, 2, "21")]
    [InlineData(-2137, 2, "-21.37")]
    [InlineData(int.MinValue, 2, "-21474836.48")]
    [InlineData(long.MinValue, 0, "-9223372036854775808")]
    [InlineData(95_712, 0, "95712")]
    public void Numbers_are_written_shortest(long number, int decimals, string expected)
    {
        var text = new TextBuffer(64);
        text.AppendDecimal(number, decimals);
        Assert.Equal(expected, Encoding.ASCII.GetString(text.ToArray()));
    }

    [Fact]
    public void What_does_not_fit_is_marked_not_cut()
    {
        var text = new TextBuffer(4);
        text.Append("12345");
        Assert.True(text.Overflowed);
        text.Clear();
        Assert.False(text.Overflowed);
    }

    private string Text(Batch batch)
    {
        ByteBuffer text = _senml.Write(batch);
        Assert.False(text.Overflowed);
        Assert.InRange(text.Length, 1, Limits.PayloadBytesMax);
        return Encoding.ASCII.GetString(text.ToArray());
    }

    private static IEnumerable<(string Name, long Seconds, decimal Value)> Expected(Batch batch) =>
        from row in Enumerable.Range(0, batch.RowCount)
        from column in Enumerable.Range(0, batch.ChannelCount)
        let cell = batch.CellAt(row, column)
        let channel = batch.Channels[column]
        where batch.Reasons[cell] != Batch.NotDue
        let decimals = Quantities.DecimalsOf(Channel.QuantityOf(channel))
        let reason = batch.Reasons[cell]
        let value = (Channel.NameOf(channel), batch.TimesSeconds[row], Scaled(batch.Values[cell], decimals))
        let bits = Batch.HasValue(reason) ? (reason & (Batch.Doubtful - 1)) << 16 : 1 << (reason - 1)
        let note = (Channel.NameOf(channel) + ".q", batch.TimesSeconds[row], (decimal)bits)
        from record in new[] { value, note }
        where record == value ? Batch.HasValue(reason) : reason != 0 && !Channel.IsRaw(channel)
        select record;

    private static decimal Scaled(int value, int decimals) => value / (decimal)Math.Pow(10, decimals);

    private static (string, long, decimal) Read(JsonElement record, long baseSeconds) => (
        record.GetProperty("n").GetString()!,
        baseSeconds + (record.TryGetProperty("t", out JsonElement t) ? t.GetInt64() : 0),
        record.GetProperty("v").GetDecimal());
}
