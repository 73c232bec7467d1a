using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Readings;
using UlmEdge.Decoder;
using UlmEdge.Tests.Core;
using UlmEdge.Tests.Golden;

namespace UlmEdge.Tests.Decoder;

/// <summary>One batch in three payloads is one message: names, units, decimals, times, reasons.</summary>
public sealed class ThreePayloadsTests
{
    [Fact]
    public void Any_batch_is_read_alike() => Batches.Any.Sample(AssertAlike);

    [Fact]
    public void Any_summary_is_read_alike() => Batches.AnySummary.Sample(AssertAlike);

    [Fact]
    public void The_golden_batch_is_read_alike()
    {
        Batch batch = new();
        GoldenBatch.Fill(batch);
        Assert.Equal(GoldenBatch.Hex, Convert.ToHexStringLower(Packs.Compact(batch)));
        AssertAlike(batch);
    }

    [Fact]
    public void Every_reading_of_a_street_survives_the_shortest_float()
    {
        for (int value = -4_000; value <= 10_000; value++)
        {
            byte[] json = Packs.Json(Batches.OfWeather((1_795_291_200, value, Math.Abs(value), 95_712)));
            DataMessage message = MessageDecoder.DecodeData(PayloadKind.Cbor, Packs.Cbor(json));
            Assert.Equal(value / 100m, message.Rows[0].Records[0].Value);
        }
    }

    private static void AssertAlike(Batch batch)
    {
        // What has neither value nor reason leaves no trace in SenML, not even of its row.
        for (int row = 0; row < batch.RowCount; row++)
        {
            int cell = batch.CellAt(row, 0);
            batch.Reasons[cell] = batch.Reasons[cell] == Batch.NotDue ? (byte)1 : batch.Reasons[cell];
        }

        byte[] json = Packs.Json(batch);
        string expected = Packs.Describe(MessageDecoder.DecodeData(PayloadKind.Json, json));
        Assert.Equal(expected, Packs.Describe(Decode(batch, "compact", Packs.Compact(batch))));
        bool isKnown = batch.Channels.Take(batch.ChannelCount).All(channel => (int)Channel.QuantityOf(channel) < Quantities.Count);
        if (isKnown)
        {
            Assert.Equal(expected, Packs.Describe(Decode(batch, "cbor", Packs.Cbor(json))));
        }
    }

    private static DataMessage Decode(Batch batch, string payload, byte[] bytes) => (DataMessage)new MessageDecoder().Decode(
        $"ulm/v1/donau-07/{(batch.TimesAreUnix ? "data" : "data-rel")}/{payload}", bytes);
}
