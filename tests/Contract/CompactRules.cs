using UlmEdge.Core.Batches;

namespace UlmEdge.Tests.Contract;

/// <summary>What stands on data/compact: a stored batch with its CRC, on the topic that its flags say.</summary>
internal static class CompactRules
{
    /// <summary>Checks a batch.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FaultIn(byte[] payload, bool isDated)
    {
        var batch = new Batch();
        DecodeResult result = new BatchCodec().TryDecode(payload, payload.Length, batch);
        return result != DecodeResult.Ok ? $"no stored batch: {result}"
            : batch.TimesAreUnix != isDated ? "its times are not those of its topic"
            : null;
    }
}
