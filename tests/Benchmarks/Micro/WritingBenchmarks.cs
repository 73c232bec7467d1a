using System.Buffers;
using System.Formats.Cbor;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Benchmarks.Micro;

/// <summary>A batch becomes a message: the firmware's writers, and the .NET libraries writing the very same bytes.</summary>
public class WritingBenchmarks
{
    private readonly Batch _batch = SamplePack.New();
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly decimal[] _values;
    private readonly string _numbers;
    private readonly Utf8JsonWriter _json;
    private readonly CborWriter _cbor = new(CborConformanceMode.Lax, convertIndefiniteLengthEncodings: false);
    private readonly SenmlJson _senmlJson = new(SamplePack.BaseName);
    private readonly SenmlCbor _senmlCbor = new(SamplePack.BaseName);

    /// <summary>Writers for one node, all used again for each batch; the libraries get their numbers ready made.</summary>
    public WritingBenchmarks()
    {
        _json = new Utf8JsonWriter(
            _buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _numbers = SamplePack.Numbers(_batch);
        _values = [.. Enumerable.Range(0, _batch.RowCount).SelectMany(
            row => SamplePack.Channels.Select((_, channel) => SamplePack.Value(_batch, row, channel)))];
    }

    /// <summary>Stops unless both write the same.</summary>
    [GlobalSetup]
    public void Check()
    {
        JsonByFirmware();
        JsonByLibrary();
        Same(SamplePack.Message(Payloads.Json), _buffer.WrittenSpan);
        CborByLibrary();
        Same(SamplePack.Message(Payloads.Cbor), _cbor.Encode());
    }

    /// <summary>SenML JSON by the firmware.</summary>
    [Benchmark]
    public int JsonByFirmware() => _senmlJson.Write(_batch).Length;

    /// <summary>The same bytes by System.Text.Json.</summary>
    [Benchmark]
    public int JsonByLibrary()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartArray();
        _json.WriteStartObject();
        _json.WriteString("bn", SamplePack.BaseName);
        _json.WriteNumber("bt", _batch.TimesSeconds[0]);
        _json.WriteString("n", "batch");
        _json.WriteString("vs", _numbers);
        _json.WriteEndObject();
        for (int row = 0; row < _batch.RowCount; row++)
        {
            for (int channel = 0; channel < SamplePack.Channels.Length; channel++)
            {
                _json.WriteStartObject();
                _json.WriteString("n", SamplePack.Channels[channel].Name);
                _json.WriteString("u", SamplePack.Channels[channel].Unit);
                if (row > 0)
                {
                    _json.WriteNumber("t", _batch.TimesSeconds[row] - _batch.TimesSeconds[0]);
                }

                _json.WriteNumber("v", _values[(row * SamplePack.Channels.Length) + channel]);
                _json.WriteEndObject();
            }
        }

        _json.WriteEndArray();
        _json.Flush();
        return _buffer.WrittenCount;
    }

    /// <summary>SenML CBOR by the firmware.</summary>
    [Benchmark]
    public int CborByFirmware() => _senmlCbor.Write(_batch).Length;

    /// <summary>The same bytes by System.Formats.Cbor.</summary>
    [Benchmark]
    public int CborByLibrary()
    {
        _cbor.Reset();
        _cbor.WriteStartArray(1 + (_batch.RowCount * SamplePack.Channels.Length));
        _cbor.WriteStartMap(4);
        _cbor.WriteInt32(-2);
        _cbor.WriteTextString(SamplePack.BaseName);
        _cbor.WriteInt32(-3);
        _cbor.WriteInt64(_batch.TimesSeconds[0]);
        _cbor.WriteInt32(0);
        _cbor.WriteTextString("batch");
        _cbor.WriteInt32(3);
        _cbor.WriteTextString(_numbers);
        _cbor.WriteEndMap();
        for (int row = 0; row < _batch.RowCount; row++)
        {
            for (int channel = 0; channel < SamplePack.Channels.Length; channel++)
            {
                WriteCborRecord(row, channel);
            }
        }

        _cbor.WriteEndArray();
        return _cbor.BytesWritten;
    }

    private void WriteCborRecord(int row, int channel)
    {
        _cbor.WriteStartMap(row > 0 ? 4 : 3);
        _cbor.WriteInt32(0);
        _cbor.WriteTextString(SamplePack.Channels[channel].Name);
        _cbor.WriteInt32(1);
        _cbor.WriteTextString(SamplePack.Channels[channel].Unit);
        if (row > 0)
        {
            _cbor.WriteInt32(6);
            _cbor.WriteInt64(_batch.TimesSeconds[row] - _batch.TimesSeconds[0]);
        }

        _cbor.WriteInt32(2);
        decimal value = _values[(row * SamplePack.Channels.Length) + channel];
        if (value == decimal.Truncate(value))
        {
            _cbor.WriteInt64((long)value);
        }
        else
        {
            _cbor.WriteSingle((float)value);
        }

        _cbor.WriteEndMap();
    }

    private static void Same(ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs)
    {
        if (!ours.SequenceEqual(theirs))
        {
            throw new InvalidOperationException(
                $"the peer writes other bytes:\n{Convert.ToHexString(ours)}\n{Convert.ToHexString(theirs)}");
        }
    }
}
