using System.Text.Json;

namespace UlmEdge.Decoder;

/// <summary>Reads how a node fares: SenML JSON, led by a record that names boot and connection.</summary>
internal static class HealthReader
{
    /// <summary>Reads a health message.</summary>
    public static HealthMessage Read(string expectedName, string node, ReadOnlySpan<byte> payload)
    {
        Utf8JsonReader reader = SenmlJsonReader.Begin(payload);
        if (!SenmlJsonReader.TryNext(ref reader, 0, out SenmlRecord identity)
            || identity.BaseName != expectedName || identity.Name != "health" || identity.Text is null)
        {
            throw new DecodeException($"the first record must be the health of {expectedName}");
        }

        int[] numbers = SampleIdentity.Read(identity.Text, 2, "boot.connection");
        List<DataRecord> records = [];
        for (int index = 1; SenmlJsonReader.TryNext(ref reader, index, out SenmlRecord record); index++)
        {
            if (record is { Name: { } name, Value: { } value })
            {
                records.Add(new DataRecord(name, record.Unit, value));
            }
        }

        return new HealthMessage(node, numbers[0], numbers[1], identity.BaseTime, records);
    }
}
