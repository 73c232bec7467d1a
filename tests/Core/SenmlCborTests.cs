using System.Globalization;
using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

public class SenmlCborTests
{
    private static readonly string LongestBaseName =
        new string('r', Limits.RootCharactersMax) + "/" + new string('n', Limits.NodeIdCharactersMax) + "/";

    private static readonly Dictionary<string, int> Labels = new()
    {
        ["bver"] = -1, ["bn"] = -2, ["bt"] = -3, ["n"] = 0, ["u"] = 1, ["v"] = 2, ["vs"] = 3, ["t"] = 6,
    };

    [Fact]
    public void A_pack_has_the_records_of_the_json_pack_one_to_one() => Gen.OneOf(Batches.Any, Batches.AnySummary).Sample(batch =>
    {
        ByteBuffer pack = new SenmlCbor(LongestBaseName).Write(batch);
        Assert.False(pack.Overflowed);
        Dictionary<int, object>[] records = CborPack.Read(pack.ToArray());
        ByteBuffer text = new SenmlJson(LongestBaseName).Write(batch);
        Assert.InRange(pack.Length, 1, text.Length);
        Dictionary<int, object>[] expected = [.. JsonDocument.Parse(text.ToArray()).RootElement.EnumerateArray().Select(ReadJson)];
        Assert.Equal(expected.Select(Describe), records.Select(Describe));
    });

    [Fact]
    public void The_largest_batch_fits_a_message_with_much_room()
    {
        Batch[] batches = [Largest(1, Limits.SamplesPerBatchMax, 3), Largest(3, Limits.SamplesPerBatchMax, 1)];
        foreach (Batch batch in batches)
        {
            ByteBuffer pack = new SenmlCbor(LongestBaseName).Write(batch);
            Assert.False(pack.Overflowed);
            Assert.InRange(pack.Length, 1, Limits.PayloadBytesMax);
            Assert.Equal(
                2 + Limits.CellsPerBatchMax + (batch.IsSummary ? 1 + batch.RowCount : 0), CborPack.Read(pack.ToArray()).Length);
        }
    }

    [Fact]
    public void What_does_not_fit_is_marked_not_cut()
    {
        var cbor = new CborBuffer(4);
        cbor.AppendText("1234");
        Assert.True(cbor.Overflowed);
    }

    private static Batch Largest(int columnsPerChannel, int rows, int channels)
    {
        var batch = new Batch
        {
            Epoch = int.MaxValue, Boot = int.MaxValue, FirstSample = 1 << 30, RowCount = rows, ChannelCount = channels,
            WindowSeconds = columnsPerChannel == 3 ? 255 * 600 : 0,
        };
        for (int i = 0; i < channels; i++)
        {
            batch.Channels[i] = Channel.Of(Quantity.RelativeHumidity, Channel.InstancesMax - channels + i);
        }

        for (int row = 0; row < rows; row++)
        {
            batch.TimesSeconds[row] = 4_000_000_000 + (86_400 * row);
            batch.RowSamples[row] = Limits.SamplesPerRowMax;
        }

        Array.Fill(batch.Values, int.MinValue + 1);
        return batch;
    }

    private static Dictionary<int, object> ReadJson(JsonElement record) => record.EnumerateObject().ToDictionary(
        field => Labels[field.Name],
        field => field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : (object)field.Value.GetDecimal());

    // A float is only as exact as its quantity's decimals, which the unit tells.
    private static int DecimalsOf(Dictionary<int, object> record) => record.GetValueOrDefault(1) switch
    {
        "V" or "mm" => 3,
        "Cel" or "%RH" or "m/s" => 2,
        _ => 1,
    };

    private static string Describe(Dictionary<int, object> record) => string.Join(' ',
        from field in record
        orderby field.Key
        select string.Create(CultureInfo.InvariantCulture, $"{field.Key}:{field.Value switch
        {
            double value => decimal.Round((decimal)value, DecimalsOf(record)).ToString("0.###", CultureInfo.InvariantCulture),
            decimal value => value.ToString("0.###", CultureInfo.InvariantCulture),
            object value => value,
        }}"));
}
