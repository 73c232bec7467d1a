using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Boots;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>What one boot tells the next comes over as it was, or not at all.</summary>
public class BootRecordTests
{
    private static readonly Gen<BootRecord> Records = Gen.Select(
        Gen.Int[0, int.MaxValue].Array[6], Gen.Byte.Array[4], Gen.Bool, Gen.Int[0, Limits.SensorsMax],
        (counts, bytes, isGood, suspect) => new BootRecord
        {
            Sequence = counts[0], Boots = counts[1], IsGood = isGood, Reason = bytes[0], BadBoots = bytes[1], Suspect = suspect,
            LeftOut = bytes[2], OwnRestarts = bytes[3], Day = counts[2], Closes = counts[3], Kilobytes = counts[4],
        });

    [Fact]
    public void It_is_read_as_it_was_written() => Records.Sample(record =>
    {
        BootRecord read = new();
        Assert.True(read.TryRead(BytesOf(record), BootRecord.Bytes));
        Assert.Equivalent(record, read, strict: true);
    });

    [Fact]
    public void No_damage_is_believed_and_none_changes_what_is_known() =>
        Gen.Select(Records, Gen.Int[0, (BootRecord.Bytes * 8) - 1], Gen.Int[0, BootRecord.Bytes - 1]).Sample((record, bit, length) =>
        {
            byte[] bytes = BytesOf(record);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            BootRecord read = new() { Boots = 7 };
            Assert.False(read.TryRead(bytes, BootRecord.Bytes));
            Assert.False(read.TryRead(BytesOf(record), length));
            Assert.Equivalent(new BootRecord { Boots = 7 }, read, strict: true);
        });

    [Fact]
    public void More_than_a_byte_holds_stays_at_the_most()
    {
        BootRecord read = new();
        Assert.True(read.TryRead(BytesOf(new BootRecord { BadBoots = 300, OwnRestarts = 256 }), BootRecord.Bytes));
        Assert.Equal((255, 255), (read.BadBoots, read.OwnRestarts));
    }

    private static byte[] BytesOf(BootRecord record)
    {
        byte[] bytes = new byte[BootRecord.Bytes];
        record.Write(bytes);
        return bytes;
    }
}
