using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>The codec where the board's arithmetic differs most: signs, wrap-around, shifts.</summary>
    [TestClass]
    public class CodecTests
    {
        private static uint _state = 4711;

        [TestMethod]
        public void Zigzag_goes_there_and_back_at_the_extremes()
        {
            int[] numbers = { 0, -1, 1, -2, int.MaxValue, int.MinValue, 1 << 30, -(1 << 30) };
            uint[] codes = { 0, 1, 2, 3, 0xFFFFFFFE, 0xFFFFFFFF, 0x80000000, 0x7FFFFFFF };
            for (int i = 0; i < numbers.Length; i++)
            {
                Assert.AreEqual(codes[i], RiceColumn.ZigZag(numbers[i]));
                Assert.AreEqual(numbers[i], RiceColumn.ZagZig(codes[i]));
            }
        }

        [TestMethod]
        public void Checksum_is_the_one_of_zlib()
        {
            Assert.AreEqual(0xCBF43926, Crc32.Compute(AsciiText.ToBytes("123456789"), 0, 9));
        }

        [TestMethod]
        public void Batches_of_any_numbers_come_back()
        {
            BatchCodec codec = new BatchCodec();
            Batch batch = new Batch();
            Batch back = new Batch();
            byte[] buffer = new byte[Limits.BatchBytesMax];
            for (int round = 0; round < 50; round++)
            {
                Fill(batch, round);
                int length = codec.Encode(batch, buffer);
                Assert.IsTrue(length > 0 && length <= Limits.BatchBytesMax);
                Assert.AreEqual((int)DecodeResult.Ok, (int)codec.TryDecode(buffer, length, back));
                BatchAssert.AreEqual(batch, back);
                buffer[round % length] ^= 0x10;
                Assert.AreEqual((int)DecodeResult.BadChecksum, (int)codec.TryDecode(buffer, length, back));
            }
        }

        // Wide rounds use the whole range of 32 bits, the others small steps as weather makes them.
        private static void Fill(Batch batch, int round)
        {
            batch.Epoch = Next(Limits.EpochLimit);
            batch.Boot = Next(100_000);
            batch.FirstSample = Next(int.MaxValue);
            batch.ChannelCount = 1 + Next(3);
            batch.RowCount = 1 + Next(Limits.SamplesPerBatchMax);
            long seconds = 1_795_291_200;
            for (int row = 0; row < batch.RowCount; row++)
            {
                seconds += 1 + Next(round % 2 == 0 ? 90_000 : 3);
                batch.TimesSeconds[row] = seconds;
                for (int column = 0; column < batch.ChannelCount; column++)
                {
                    batch.Channels[column] = column;
                    int cell = batch.CellAt(row, column);
                    batch.Values[cell] = round % 2 == 0 ? (Next(int.MaxValue) * 2) - Next(int.MaxValue) : 95_000 - Next(200);
                    batch.Reasons[cell] = Next(8) == 0 ? (byte)(1 + Next((int)Absence.Frozen)) : (byte)0;
                }
            }
        }

        // Numerical Recipes' generator: the same numbers on board and desk.
        private static int Next(int limit)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)(long)((_state >> 1) % (uint)limit);
        }
    }
}
