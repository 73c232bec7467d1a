using UlmEdge.Core.Batches;

namespace UlmEdge.Tests.Golden
{
    /// <summary>One batch with everything in it that a batch can have, and what it must become, to the bit.</summary>
    /// <remarks>
    /// The same constants are checked on the desk and on the board's CLR. A change here is a change of the format: then
    /// the version changes too.
    /// </remarks>
    public static class GoldenBatch
    {
        /// <summary>The stored bytes.</summary>
        public const string Hex =
            "1340f8016b87ad4ba103a7b1050507013c037ffff800150cb16442900406ff33" +
            "404e2fa15d6007e478002c0d70b20c5fd24f82fcf97dcfbffffffffffff40040" +
            "3773a71e";

        /// <summary>The SenML pack of node ulm/v1/donau-07.</summary>
        public const string Json =
            "[{\"bn\":\"ulm/v1/donau-07/\",\"bt\":1795291200,\"n\":\"batch\",\"vs\":\"1234567.417.88231.5\"}," +
            "{\"n\":\"temp\",\"u\":\"Cel\",\"v\":21.37},{\"n\":\"rh\",\"u\":\"%RH\",\"v\":56.2}," +
            "{\"n\":\"press\",\"u\":\"Pa\",\"v\":95712},{\"n\":\"temp2\",\"u\":\"Cel\",\"v\":-40}," +
            "{\"n\":\"temp\",\"u\":\"Cel\",\"t\":60,\"v\":21.36},{\"n\":\"rh\",\"u\":\"%RH\",\"t\":60,\"v\":56.18}," +
            "{\"n\":\"press\",\"u\":\"Pa\",\"t\":60,\"v\":95710},{\"n\":\"temp2\",\"u\":\"Cel\",\"t\":60,\"v\":-0.01}," +
            "{\"n\":\"temp\",\"u\":\"Cel\",\"t\":121,\"v\":21.39},{\"n\":\"rh.q\",\"v\":2,\"t\":121}," +
            "{\"n\":\"press\",\"u\":\"Pa\",\"t\":121,\"v\":95711}," +
            "{\"n\":\"temp2\",\"u\":\"Cel\",\"t\":121,\"v\":-21474836.48}," +
            "{\"n\":\"temp\",\"u\":\"Cel\",\"t\":86400,\"v\":-0.12},{\"n\":\"rh\",\"u\":\"%RH\",\"t\":86400,\"v\":100}," +
            "{\"n\":\"press\",\"u\":\"Pa\",\"t\":86400,\"v\":95650}," +
            "{\"n\":\"temp2\",\"u\":\"Cel\",\"t\":86400,\"v\":21474836.47}," +
            "{\"n\":\"temp\",\"u\":\"Cel\",\"t\":86460,\"v\":-0.1},{\"n\":\"rh\",\"u\":\"%RH\",\"t\":86460,\"v\":99.99}," +
            "{\"n\":\"press\",\"u\":\"Pa\",\"t\":86460,\"v\":95652}]";

        /// <summary>The same pack as CBOR.</summary>
        public const string Cbor =
            "94a42170756c6d2f76312f646f6e61752d30372f221a6b01f840006562617463680373313233343536372e3431372e38383233312e35a300" +
            "6474656d70016343656c02fa41aaf5c3a300627268016325524802fa4260cccda30065707265737301625061021a000175e0a3006574656d" +
            "7032016343656c023827a4006474656d70016343656c06183c02fa41aae148a400627268016325524806183c02fa4260b852a40065707265" +
            "73730162506106183c021a000175dea4006574656d7032016343656c06183c02fabc23d70aa4006474656d70016343656c06187902fa41ab" +
            "1eb8a3006472682e710618790202a40065707265737301625061061879021a000175dfa4006574656d7032016343656c06187902fbc1747a" +
            "e147ae147ba4006474656d70016343656c061a0001518002fabdf5c28fa4006272680163255248061a00015180021864a400657072657373" +
            "01625061061a00015180021a000175a2a4006574656d7032016343656c061a0001518002fb41747ae147851eb8a4006474656d7001634365" +
            "6c061a000151bc02fabdcccccda4006272680163255248061a000151bc02fa42c7fae1a40065707265737301625061061a000151bc021a00" +
            "0175a4";

        /// <summary>Fills a batch: second thermometer, negative values, extremes, a gap, reasons, a channel that was not due.</summary>
        public static void Fill(Batch batch)
        {
            batch.Epoch = 1234567;
            batch.Boot = 417;
            batch.FirstSample = 88231;
            batch.TimesAreUnix = true;
            batch.ChannelCount = 4;
            batch.Channels[0] = 0;
            batch.Channels[1] = 1;
            batch.Channels[2] = 2;
            batch.Channels[3] = 32;
            batch.RowCount = 5;
            SetRow(batch, 0, 1795291200, new[] { 2137, 5620, 95712, -4000 });
            SetRow(batch, 1, 1795291260, new[] { 2136, 5618, 95710, -1 });
            SetRow(batch, 2, 1795291321, new[] { 2139, 0, 95711, int.MinValue });
            SetRow(batch, 3, 1795377600, new[] { -12, 10000, 95650, int.MaxValue });
            SetRow(batch, 4, 1795377660, new[] { -10, 9999, 95652, 0 });
            batch.Reasons[batch.CellAt(2, 1)] = 2;
            batch.Reasons[batch.CellAt(4, 3)] = Batch.NotDue;
        }

        private static void SetRow(Batch batch, int row, long seconds, int[] values)
        {
            batch.TimesSeconds[row] = seconds;
            for (int column = 0; column < values.Length; column++)
            {
                batch.Values[batch.CellAt(row, column)] = values[column];
                batch.Reasons[batch.CellAt(row, column)] = 0;
            }
        }
    }
}
