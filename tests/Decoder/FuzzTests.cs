using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Decoder;
using UlmEdge.Tests.Core;

namespace UlmEdge.Tests.Decoder;

/// <summary>Whatever the bytes are, they end in a message or in one kind of exception, and cost no more than their length.</summary>
public sealed class FuzzTests
{
    private const long BytesMax = 1 << 20;

    private static readonly string[] Topics =
    [
        "data/json", "data/cbor", "data/compact", "data-rel/json", "data-rel/cbor", "data-rel/compact",
        "status", "meta", "health", "black-box", "cmd-ack/r1", "cmd/report", "commissioning", "config/reported",
    ];

    private static readonly byte[][] Sound =
    [
        .. new[]
        {
            """{"state":"online","boot":417,"conn":3}""",
            """{"id":"r1","rc":0,"msg":"done"}""",
            """{"contract":"1.0","channels":[{"n":"temp","u":"Cel","resolution":0.01}],"keeps":{"bytes":1},"encrypted":false}""",
            """{"result":"fail","boot":3,"after":60,"checks":{"tls":"plain"},"sensors":[{"name":"x","state":"ok"}],"config":"ff73e804"}""",
            """{"state":"refused","id":"a","why":"x is not known","config":"ff73e804","boot":3}""",
            """[{"bn":"ulm/v1/donau-07/","bver":26,"bt":1795291200,"n":"health","vs":"417.3"},{"n":"uptime","u":"s","v":86400}]""",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 200].Sample(AssertContained);

    [Fact]
    public void Random_bytes_with_a_right_checksum() => Gen.Byte.Array[0, 80].Sample(bytes =>
    {
        if (bytes.Length > 0)
        {
            bytes[0] = (byte)((bytes[0] & 0x0F) | (1 + (bytes[0] >> 7) << 4));
        }

        AssertContained([.. bytes, .. BitConverter.GetBytes(Crc32.Compute(bytes, 0, bytes.Length))]);
    });

    [Fact]
    public void Flipped_and_cut_packs() => Gen.Select(
        Gen.OneOf(Batches.Any, Batches.AnySummary), Gen.Int[0, 2 + Sound.Length], Gen.UInt.Array[0, 4], Gen.UInt).Sample(
        (batch, which, flips, cut) =>
        {
            byte[] json = Packs.Json(batch);
            byte[] bytes = (byte[])(which switch
            {
                0 => json,
                1 => Packs.Cbor(json),
                2 => Packs.Compact(batch),
                _ => Sound[which - 3],
            }).Clone();
            foreach (uint flip in flips)
            {
                bytes[flip / 8 % bytes.Length] ^= (byte)(1 << (int)(flip % 8));
            }

            AssertContained(cut % 2 == 0 ? bytes : bytes[..(int)(cut / 2 % (bytes.Length + 1))]);
        });

    [Theory]
    [InlineData("9bffffffffffffffff")] // an array of 2^64 - 1 records
    [InlineData("9b000000007fffffff")]
    [InlineData("81bb7fffffffffffffff")]
    [InlineData("81a1007bffffffffffffffff")] // a name of so many bytes
    [InlineData("81a1005b7fffffffffffffff")]
    public void Large_counts_take_no_memory(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        AssertContained(bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertContained(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, BytesMax);
    }

    [Fact]
    public void Nesting_does_not_overflow_the_stack()
    {
        foreach (byte opening in "[{"u8.ToArray().Append((byte)0x81).Append((byte)0xA1).Append((byte)0x9F).Append((byte)0xC1))
        {
            byte[] deep = new byte[MessageDecoder.PayloadBytesMax];
            Array.Fill(deep, opening);
            AssertContained(deep);
            AssertContained([0x81, 0xA1, 0x18, 0x63, .. deep[..60_000]]); // as the value of a label that nobody knows
        }

        AssertContained(new byte[MessageDecoder.PayloadBytesMax + 1]);
    }

    private static void AssertContained(byte[] bytes)
    {
        MessageDecoder decoder = new();
        foreach (string topic in Topics)
        {
            bool isSound = decoder.TryDecode($"ulm/v1/donau-07/{topic}", bytes, out NodeMessage? message, out string? fault);
            Assert.True(isSound ? message is not null : fault is { Length: > 0 } && !fault.Contains("   at "));
        }
    }
}
