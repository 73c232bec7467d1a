using UlmEdge.Core.Publishing;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>CBOR numbers to the bit: examples of RFC 8949 appendix A, and decimals at the borders of the three floats.</summary>
    [TestClass]
    public class CborTests
    {
        private static readonly CborBuffer Cbor = new CborBuffer(16);

        [TestMethod]
        public void Whole_numbers_are_written_shortest()
        {
            Assert.AreEqual("00", Integer(0));
            Assert.AreEqual("17", Integer(23));
            Assert.AreEqual("1818", Integer(24));
            Assert.AreEqual("18ff", Integer(255));
            Assert.AreEqual("190100", Integer(256));
            Assert.AreEqual("1903e8", Integer(1000));
            Assert.AreEqual("19ffff", Integer(65535));
            Assert.AreEqual("1a00010000", Integer(65536));
            Assert.AreEqual("1a000f4240", Integer(1000000));
            Assert.AreEqual("1affffffff", Integer(4294967295));
            Assert.AreEqual("1b000000e8d4a51000", Integer(1000000000000));
            Assert.AreEqual("1b7fffffffffffffff", Integer(long.MaxValue));
            Assert.AreEqual("20", Integer(-1));
            Assert.AreEqual("3863", Integer(-100));
            Assert.AreEqual("3903e7", Integer(-1000));
            Assert.AreEqual("3a7fffffff", Integer(int.MinValue));
            Assert.AreEqual("3b7fffffffffffffff", Integer(long.MinValue));
        }

        [TestMethod]
        public void Decimals_that_are_whole_are_integers()
        {
            Assert.AreEqual("00", Decimal(0, 2));
            Assert.AreEqual("15", Decimal(2100, 2));
            Assert.AreEqual("3827", Decimal(-4000, 2));
            Assert.AreEqual("1a000175e0", Decimal(95712, 0));
        }

        [TestMethod]
        public void Decimals_that_a_half_holds_are_halves()
        {
            Assert.AreEqual("f93e00", Decimal(15, 1));
            Assert.AreEqual("f94d60", Decimal(2150, 2));
            Assert.AreEqual("f9b800", Decimal(-50, 2));
            Assert.AreEqual("f93400", Decimal(25, 2));
            Assert.AreEqual("f963ff", Decimal(102350, 2));
            Assert.AreEqual("f92400", Decimal(15625, 6));
        }

        [TestMethod]
        public void Decimals_are_singles_as_long_as_they_come_back()
        {
            Assert.AreEqual("fa41aaf5c3", Decimal(2137, 2));
            Assert.AreEqual("fac1aaf5c3", Decimal(-2137, 2));
            Assert.AreEqual("fabc23d70a", Decimal(-1, 2));
            Assert.AreEqual("fa447ff000", Decimal(102375, 2));
            Assert.AreEqual("fa44801000", Decimal(102450, 2));
            Assert.AreEqual("fa358637bd", Decimal(1, 6));
            Assert.AreEqual("fa47ffffff", Decimal(13107199, 2));
        }

        [TestMethod]
        public void Decimals_beyond_singles_are_doubles()
        {
            Assert.AreEqual("fb41000000147ae148", Decimal(13107201, 2));
            Assert.AreEqual("fbc1747ae147ae147b", Decimal(int.MinValue, 2));
            Assert.AreEqual("fb41747ae147851eb8", Decimal(int.MaxValue, 2));
        }

        private static string Integer(long number)
        {
            Cbor.Clear();
            Cbor.AppendInteger(number);
            return Hexadecimal.Of(Cbor.Bytes, Cbor.Length);
        }

        private static string Decimal(long number, int decimals)
        {
            Cbor.Clear();
            Cbor.AppendDecimal(number, decimals);
            return Hexadecimal.Of(Cbor.Bytes, Cbor.Length);
        }
    }
}
