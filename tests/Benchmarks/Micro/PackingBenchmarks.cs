using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Benchmarks.Micro;

/// <summary>A batch becomes as few bytes as possible: the firmware's codec, and Brotli over the batch's JSON.</summary>
public class PackingBenchmarks
{
    private readonly Batch _batch = SamplePack.New();
    private readonly Batch _read = new();
    private readonly BatchCodec _codec = new();
    private readonly byte[] _json = SamplePack.Message(Payloads.Json);
    private readonly byte[] _buffer = new byte[4096];
    private readonly byte[] _packed = new byte[4096];
    private int _length;

    /// <summary>Something to read.</summary>
    [GlobalSetup]
    public void Fill() => _length = _codec.Encode(_batch, _packed);

    /// <summary>The firmware's codec writes.</summary>
    [Benchmark]
    public int CodecWrites() => _codec.Encode(_batch, _buffer);

    /// <summary>Brotli at a middle quality.</summary>
    [Benchmark]
    public int BrotliWrites() => BrotliEncoder.TryCompress(_json, _buffer, out int bytes, 5, 18) ? bytes : -1;

    /// <summary>The firmware's codec reads.</summary>
    [Benchmark]
    public bool CodecReads() => _codec.TryDecode(_packed, _length, _read) == DecodeResult.Ok;
}
