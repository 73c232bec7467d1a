using UlmEdge.Core.Batches;

namespace UlmEdge.Simulator.Faults;

/// <summary>Damages the files of a journal as a worn flash, a foreign hand or another firmware would.</summary>
/// <param name="flash">What is damaged.</param>
/// <param name="otherNode">A flash with the journal of another node.</param>
/// <param name="otherLife">A flash with an earlier journal of the same node.</param>
/// <param name="chance">Draws what and where.</param>
public sealed class FlashDamage(SimulatedFlash flash, SimulatedFlash otherNode, SimulatedFlash otherLife, SeededEntropy chance)
{
    private const int ExtensionMax = 2_000;
    private const int MixedMax = 4;
    private const int FlipsMax = 8;

    /// <summary>Does one kind of damage; it may come to nothing when there is no file for it.</summary>
    public void Do(DamageKind kind)
    {
        string[] names = [.. flash.Files.Keys];
        if (names.Length == 0)
        {
            return;
        }

        string name = names[chance.Next(names.Length)];
        switch (kind)
        {
            case DamageKind.Swapped:
                Swap(name, names[chance.Next(names.Length)]);
                break;
            case DamageKind.Duplicated:
                flash.Plant(AnyName(), flash.Files[name]);
                break;
            case DamageKind.Renamed:
                byte[] content = flash.Files[name];
                flash.Plant(name, null);
                flash.Plant(AnyName(), content);
                break;
            case DamageKind.Deleted:
                flash.Plant(name, null);
                break;
            case DamageKind.Mixed:
                foreach (DamageKind each in Several())
                {
                    Do(each);
                }

                break;
            case DamageKind.OtherNode or DamageKind.OtherSlots or DamageKind.OnlyOtherNode:
                Mix(kind);
                break;
            case DamageKind.RandomDirectory or DamageKind.OnlyOtherFormat or DamageKind.HalfDeleted:
                foreach (string each in names)
                {
                    flash.Plant(each, Changed(kind, flash.Files[each]));
                }

                break;
            default:
                flash.Plant(name, Changed(kind, flash.Files[name]));
                break;
        }
    }

    // Files are moved last: of a sound file and a damaged copy of it, nobody could say which one the node believes.
    private DamageKind[] Several() => [.. Enumerable.Range(0, 2 + chance.Next(MixedMax - 1))
        .Select(_ => (DamageKind)chance.Next((int)DamageKind.Mixed))
        .OrderBy(kind => kind is DamageKind.Swapped or DamageKind.Renamed or DamageKind.Duplicated)];

    private byte[]? Changed(DamageKind kind, byte[] was)
    {
        switch (kind)
        {
            case DamageKind.FlippedBits:
                byte[] flipped = (byte[])was.Clone();
                for (int i = chance.Next(FlipsMax); i >= 0 && was.Length > 0; i--)
                {
                    flipped[chance.Next(was.Length)] ^= (byte)(1 << chance.Next(8));
                }

                return flipped;
            case DamageKind.Truncated:
                return was[..chance.Next(was.Length + 1)];
            case DamageKind.Extended:
                return [.. was, .. RandomBytes(1 + chance.Next(ExtensionMax))];
            case DamageKind.RandomFile or DamageKind.RandomDirectory:
                return RandomBytes(chance.Next(SimulatedFlash.BlockBytes + 1));
            case DamageKind.HalfDeleted:
                return chance.Next(2) == 0 ? null : was;
            default:
                return OfOtherFormat(was);
        }
    }

    // The version stands in the third byte, of a segment in its upper half, and the checksum is right, as another firmware has it.
    // A file without a right one stays as it is: with one it would be no damage, but a forgery.
    private byte[] OfOtherFormat(byte[] was)
    {
        byte[] other = (byte[])was.Clone();
        int length = other.Length > 3 && other[1] == 'J' ? other[3] : other.Length;
        if (length > 4 && length <= other.Length
            && LittleEndian.ReadUInt32(other, length - 4) == Crc32.Compute(other, 0, length - 4))
        {
            other[2] = (byte)(other[2] ^ ((1 + chance.Next(15)) << 4));
            LittleEndian.WriteUInt32(other, length - 4, Crc32.Compute(other, 0, length - 4));
        }

        return other;
    }

    private void Swap(string one, string other)
    {
        if (flash.Files.TryGetValue(one, out byte[]? content) && flash.Files.TryGetValue(other, out byte[]? otherContent))
        {
            flash.Plant(one, otherContent);
            flash.Plant(other, content);
        }
    }

    private void Mix(DamageKind kind)
    {
        foreach ((string name, byte[] content) in (kind == DamageKind.OtherSlots ? otherLife : otherNode).Files)
        {
            bool isSlot = name.StartsWith("cursor", StringComparison.Ordinal);
            if (kind == DamageKind.OnlyOtherNode || (kind == DamageKind.OtherSlots ? isSlot : chance.Next(2) == 0))
            {
                flash.Plant(name, content);
            }
        }

        foreach (string name in kind == DamageKind.OnlyOtherNode ? flash.Files.Keys.Except(otherNode.Files.Keys).ToArray() : [])
        {
            flash.Plant(name, null);
        }
    }

    private byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)chance.Next64();
        }

        return bytes;
    }

    private string AnyName() => chance.Next(8) switch
    {
        0 => $"cursor.{chance.Next(2)}",
        1 => "notes.txt",
        2 => $"j{chance.Next(10_000_000):D7}.{chance.Next(4)}",
        _ => $"j{1 + chance.Next(20):D7}.{chance.Next(4)}",
    };
}
