using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>The set of settled samples against a plain set of numbers.</summary>
public class SettledSamplesTests
{
    private const int NumbersMax = 120;

    private static readonly Gen<(int First, int Length)[]> AnyRanges =
        Gen.Select(Gen.Int[0, NumbersMax], Gen.Int[0, 12]).Array[0, 60];

    [Fact]
    public void It_holds_what_was_added_and_refuses_only_what_would_need_another_island() => AnyRanges.Sample(ranges =>
    {
        SettledSamples settled = new();
        HashSet<int> model = [];
        foreach ((int first, int length) in ranges)
        {
            HashSet<int> wanted = [.. model, .. Enumerable.Range(first, length)];
            bool fits = Islands(wanted) <= SettledSamples.IslandsMax;
            Assert.Equal(fits, settled.HasRoomFor(first, first + length) || length == 0);
            Assert.Equal(fits, settled.Add(first, first + length));
            model = fits ? wanted : model;
            AssertSame(model, settled);
        }
    });

    [Fact]
    public void It_comes_back_from_its_bytes_near_any_number() => Gen.Select(AnyRanges, Gen.Int[0, 2 * NumbersMax]).Sample((ranges, near) =>
    {
        SettledSamples back = new();
        Assert.True(back.Read(Written(Made(ranges), near), near));
        AssertSame(Model(Made(ranges)), back);
    });

    [Fact]
    public void All_of_another_set_is_taken_over() => Gen.Select(AnyRanges, AnyRanges).Sample((ranges, others) =>
    {
        SettledSamples settled = Made(ranges);
        HashSet<int> expected = [.. Model(settled), .. Model(Made(others))];
        settled.Add(Made(others));
        if (Made(ranges).IslandCount + Made(others).IslandCount <= SettledSamples.IslandsMax)
        {
            AssertSame(expected, settled);
        }

        Assert.Subset(expected, Model(settled));
    });

    [Theory]
    [InlineData(5, 0, 1, 3)] // An island that touches UpTo.
    [InlineData(5, 1, 0, 3)] // An empty island.
    [InlineData(7, 1, 1, 3)] // More islands than there can be.
    [InlineData(-1, 1, 1, 0)] // Below zero.
    public void Bytes_that_break_the_invariant_are_refused(int upTo, int gap, int length, int islands)
    {
        byte[] buffer = new byte[100];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        writer.WriteVarint(RiceColumn.ZigZag(-upTo));
        writer.WriteVarint((uint)(islands + (upTo == 7 ? 4 : 0)));
        for (int i = 0; i < islands; i++)
        {
            writer.WriteVarint((uint)gap);
            writer.WriteVarint((uint)length);
        }

        Assert.False(new SettledSamples().Read(Reader(buffer, buffer.Length), 0));
    }

    [Fact]
    public void Bytes_that_end_too_soon_are_refused()
    {
        SettledSamples settled = Made([(0, 3), (300, 2000), (9000, 1)]);
        byte[] buffer = new byte[100];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        settled.Write(writer, 0);
        Assert.All(
            Enumerable.Range(0, writer.Position),
            length => Assert.False(new SettledSamples().Read(Reader(buffer, length), 0)));
        Assert.True(new SettledSamples().Read(Reader(buffer, writer.Position), 0));
    }

    private static void AssertSame(HashSet<int> model, SettledSamples settled)
    {
        Assert.Equal(model.Order(), Model(settled).Order());
        Assert.Equal(model.Count == 0 ? 0 : model.Max() + 1, settled.End);
        Assert.Equal(Islands(model), settled.IslandCount);
        for (int i = 0; i < NumbersMax + 20; i++)
        {
            int open = i;
            while (model.Contains(open))
            {
                open++;
            }

            Assert.Equal(open, settled.NextOpen(i));
            Assert.Equal(model.Where(number => number >= i).DefaultIfEmpty(NumbersMax).Min() is var next && next < 100 ? next : 100,
                settled.NextSettled(Math.Min(i, 100), 100) is var found && i <= 100 ? found : 100);
            Assert.Equal(model.Count(number => number >= i && number < i + 15), settled.CountIn(i, i + 15));
            Assert.Equal(Enumerable.Range(i, 7).All(model.Contains), settled.Covers(i, i + 7));
        }
    }

    // Runs of numbers above the one that begins at 0.
    private static int Islands(HashSet<int> model) => model.Count(number => number > 0 && !model.Contains(number - 1));

    private static HashSet<int> Model(SettledSamples settled) =>
        [.. Enumerable.Range(0, NumbersMax + 50).Where(number => settled.Covers(number, number + 1))];

    private static SettledSamples Made((int First, int Length)[] ranges)
    {
        SettledSamples settled = new();
        foreach ((int first, int length) in ranges)
        {
            settled.Add(first, first + length);
        }

        return settled;
    }

    private static BitReader Written(SettledSamples settled, int near)
    {
        byte[] buffer = new byte[100];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        settled.Write(writer, near);
        return Reader(buffer, writer.Position);
    }

    private static BitReader Reader(byte[] buffer, int end)
    {
        BitReader reader = new();
        reader.Restart(buffer, 0, end);
        return reader;
    }
}
