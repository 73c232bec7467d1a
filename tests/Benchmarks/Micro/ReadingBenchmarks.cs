using System.Formats.Cbor;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using UlmEdge.Core.Configuration;
using UlmEdge.Decoder;

namespace UlmEdge.Benchmarks.Micro;

/// <summary>A message becomes rows of records with times and flags; beside it, the libraries only walk through the bytes.</summary>
public class ReadingBenchmarks
{
    private readonly byte[] _json = SamplePack.Message(Payloads.Json);
    private readonly byte[] _cbor = SamplePack.Message(Payloads.Cbor);
    private readonly byte[] _compact = SamplePack.Message(Payloads.Compact);

    /// <summary>SenML JSON by the decoder.</summary>
    [Benchmark]
    public int JsonByDecoder() => MessageDecoder.DecodeData(PayloadKind.Json, _json).Rows.Count;

    /// <summary>System.Text.Json finds every number.</summary>
    [Benchmark]
    public double JsonByLibrary()
    {
        using JsonDocument document = JsonDocument.Parse(_json);
        double sum = 0;
        foreach (JsonElement record in document.RootElement.EnumerateArray())
        {
            sum += record.TryGetProperty("v", out JsonElement value) ? value.GetDouble() : 0;
        }

        return sum;
    }

    /// <summary>SenML CBOR by the decoder.</summary>
    [Benchmark]
    public int CborByDecoder() => MessageDecoder.DecodeData(PayloadKind.Cbor, _cbor).Rows.Count;

    /// <summary>System.Formats.Cbor passes every item.</summary>
    [Benchmark]
    public int CborByLibrary()
    {
        CborReader reader = new(_cbor, CborConformanceMode.Lax);
        int? records = reader.ReadStartArray();
        for (int i = 0; i < records; i++)
        {
            int? entries = reader.ReadStartMap();
            for (int entry = 0; entry < entries; entry++)
            {
                reader.ReadInt32();
                reader.SkipValue();
            }

            reader.ReadEndMap();
        }

        reader.ReadEndArray();
        return records ?? 0;
    }

    /// <summary>The compact form by the decoder.</summary>
    [Benchmark]
    public int CompactByDecoder() => MessageDecoder.DecodeData(PayloadKind.Compact, _compact, SamplePack.Node).Rows.Count;
}
