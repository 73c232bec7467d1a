using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Tests.Golden;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>The golden batch, to the bit.</summary>
    [TestClass]
    public class GoldenTests
    {
        [TestMethod]
        public void A_batch_becomes_the_golden_bytes()
        {
            Batch batch = new Batch();
            GoldenBatch.Fill(batch);
            byte[] buffer = new byte[Limits.BatchBytesMax];
            int length = new BatchCodec().Encode(batch, buffer);
            Assert.AreEqual(GoldenBatch.Hex, Hexadecimal.Of(buffer, length));
        }

        [TestMethod]
        public void The_golden_bytes_become_the_batch()
        {
            byte[] bytes = Hexadecimal.ToBytes(GoldenBatch.Hex);
            Batch batch = new Batch();
            Batch expected = new Batch();
            GoldenBatch.Fill(expected);
            Assert.AreEqual((int)DecodeResult.Ok, (int)new BatchCodec().TryDecode(bytes, bytes.Length, batch));
            BatchAssert.AreEqual(expected, batch);
        }

        [TestMethod]
        public void A_batch_becomes_the_golden_text()
        {
            Batch batch = new Batch();
            GoldenBatch.Fill(batch);
            ByteBuffer text = new SenmlJson("ulm/v1/donau-07/").Write(batch);
            Assert.AreEqual(GoldenBatch.Json, AsciiText.Of(text));
        }

        [TestMethod]
        public void A_batch_becomes_the_golden_cbor()
        {
            Batch batch = new Batch();
            GoldenBatch.Fill(batch);
            ByteBuffer pack = new SenmlCbor("ulm/v1/donau-07/").Write(batch);
            Assert.AreEqual(GoldenBatch.Cbor, Hexadecimal.Of(pack.Bytes, pack.Length));
        }

        [TestMethod]
        public void A_compact_message_is_the_golden_bytes()
        {
            Batch batch = new Batch();
            GoldenBatch.Fill(batch);
            ByteBuffer pack = new PackWriter(Payloads.Compact, new Topics("ulm/v1", "donau-07")).Write(batch);
            Assert.AreEqual(GoldenBatch.Hex, Hexadecimal.Of(pack.Bytes, pack.Length));
        }
    }
}
