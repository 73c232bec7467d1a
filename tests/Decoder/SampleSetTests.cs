using CsCheck;
using UlmEdge.Decoder;

namespace UlmEdge.Tests.Decoder;

/// <summary>The account of received samples against a plain set.</summary>
public sealed class SampleSetTests
{
    [Fact]
    public void Behaves_as_a_set()
    {
        Gen.Int[0, 40].Array[0, 60].Sample(numbers =>
        {
            SampleSet set = new();
            HashSet<int> model = [];
            foreach (int number in numbers)
            {
                Assert.Equal(model.Add(number), set.Add(number));
                Assert.Equal(model.Count, set.Count);
            }

            for (int first = 0; first < 42; first++)
            {
                Assert.Equal(model.Contains(first), set.Contains(first));
                int end = first + 7;
                Assert.Equal(model.Count(number => number >= first && number < end), set.CountBetween(first, end));
                Assert.Equal(
                    Enumerable.Range(first, 7).Where(number => !model.Contains(number)),
                    set.Gaps(first, end).SelectMany(gap => Enumerable.Range(gap.First, gap.End - gap.First)));
            }
        });
    }
}
