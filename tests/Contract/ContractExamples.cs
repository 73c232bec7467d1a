using System.Text;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Tests.Contract;

/// <summary>The messages that the contract shows: what the firmware's own writers make of a fixed batch.</summary>
internal static class ContractExamples
{
    private const string Node = "ulm/v1/donau-07/";

    /// <summary>All of them.</summary>
    public static IEnumerable<ContractExample> All => [.. OfData(), .. OfNode(), .. OfBackend()];

    private static IEnumerable<ContractExample> OfData()
    {
        yield return new("data.json", Node + "data/json", Json(Samples()));
        yield return new("data-summary.json", Node + "data/json", Json(Summary()));
        yield return new("data-rel.json", Node + "data-rel/json", Json(NeverDated()));
        yield return new("data.compact", Node + "data/compact", Compact(Samples()));
        yield return new("data-summary.compact", Node + "data/compact", Compact(Summary()));
        yield return new("data-rel.compact", Node + "data-rel/compact", Compact(NeverDated()));
        yield return new("data.cbor", Node + "data/cbor", Cbor(Samples()));
        yield return new("data-summary.cbor", Node + "data/cbor", Cbor(Summary()));
        yield return new("data-rel.cbor", Node + "data-rel/cbor", Cbor(NeverDated()));
    }

    private static IEnumerable<ContractExample> OfNode()
    {
        var topics = new Topics("ulm/v1", "donau-07");
        yield return new("status-online.json", topics.Status, Text(topics.StatusText("online", 417, 3)));
        yield return new("status-offline.json", topics.Status, Text(topics.StatusText("offline", 417, 3)));
        foreach (ContractExample example in NodeExamples.All(topics))
        {
            yield return example;
        }
    }

    // What a backend sends, written by hand.
    private static IEnumerable<ContractExample> OfBackend()
    {
        yield return new("cmd-resend.json", Node + "cmd/resend", Text("""{"id":"r1","epoch":3,"first":88231,"end":88241}"""));
        yield return new("cmd-report.json", Node + "cmd/report", Text("""{"id":"r2"}"""));
        yield return new("cmd-black-box.json", Node + "cmd/black-box", Text("""{"id":"r3"}"""));
        yield return new("cmd-identify.json", Node + "cmd/identify", Text("""{"id":"r4","seconds":60}"""));
        yield return new("cmd-sample-now.json", Node + "cmd/sample-now", Text("""{"id":"r5"}"""));
        yield return new(
            "cmd-set-interval.json", Node + "cmd/set-interval", Text("""{"id":"r6","seconds":10,"until":1795294800}"""));
        yield return new("cmd-ledger.json", Node + "cmd/ledger", Text("""{"id":"r7","epoch":3,"first":0,"end":88241}"""));
        yield return new("cmd-reboot.json", Node + "cmd/reboot", Text("""{"id":"r8","at":1795291200}"""));
        yield return new(
            "config-desired.json", Node + "config/desired", Text("""{"id":"faster","sampleSeconds":30}"""));
        yield return new("stored.json", Node + "stored", Text("""{"epoch":3,"seq":88240}"""));
    }

    private static Batch Samples()
    {
        Batch batch = Core.Batches.OfWeather((1_795_291_200, 2137, 5620, 95_712), (1_795_291_260, 2136, 5600, 95_710));
        batch.Epoch = 3;
        batch.Reasons[batch.CellAt(1, 2)] = 1;
        return batch;
    }

    private static Batch NeverDated()
    {
        Batch batch = Core.Batches.OfWeather((100, 2137, 5620, 95_712), (160, 2136, 5600, 95_710));
        batch.Epoch = 3;
        batch.TimesAreUnix = false;
        return batch;
    }

    private static Batch Summary()
    {
        Batch batch = Core.Batches.OfWeather((1_795_291_200, 2100, 2137, 2240), (1_795_291_800, 2200, 2237, 2340));
        batch.Epoch = 3;
        batch.ChannelCount = 1;
        batch.WindowSeconds = 600;
        (batch.RowSamples[0], batch.RowSamples[1]) = (10, 9);
        return batch;
    }

    private static byte[] Json(Batch batch) => new SenmlJson(Node).Write(batch).ToArray();

    private static byte[] Cbor(Batch batch) => new SenmlCbor(Node).Write(batch).ToArray();

    private static byte[] Compact(Batch batch)
    {
        byte[] buffer = new byte[UlmEdge.Core.Limits.BatchBytesMax];
        return buffer[..new BatchCodec().Encode(batch, buffer)];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
