using UlmEdge.Core.Batches;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>Compares batches cell by cell.</summary>
    internal static class BatchAssert
    {
        /// <summary>Both say the same.</summary>
        public static void AreEqual(Batch expected, Batch actual)
        {
            Assert.AreEqual(expected.Epoch, actual.Epoch);
            Assert.AreEqual(expected.Boot, actual.Boot);
            Assert.AreEqual(expected.FirstSample, actual.FirstSample);
            Assert.AreEqual(expected.TimesAreUnix, actual.TimesAreUnix);
            Assert.AreEqual(expected.SampleCount, actual.SampleCount);
            Assert.AreEqual(expected.ChannelCount, actual.ChannelCount);
            for (int column = 0; column < expected.ChannelCount; column++)
            {
                Assert.AreEqual(expected.Channels[column], actual.Channels[column]);
            }

            for (int row = 0; row < expected.SampleCount; row++)
            {
                Assert.AreEqual(expected.TimesSeconds[row], actual.TimesSeconds[row]);
                for (int column = 0; column < expected.ChannelCount; column++)
                {
                    int cell = expected.CellAt(row, column);
                    Assert.AreEqual(expected.Reasons[cell], actual.Reasons[cell]);
                    if (Batch.HasValue(expected.Reasons[cell]))
                    {
                        Assert.AreEqual(expected.Values[cell], actual.Values[cell]);
                    }
                }
            }
        }
    }
}
