using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Plausibility;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>From a sensor's values to what is believed of them: signed numbers through 64 bits, divisions, flags of a struct.</summary>
    [TestClass]
    public class MeasuringTests
    {
        private static readonly ISensor[] Sensors = { new SteadySensor() };

        [TestMethod]
        public void Water_vapour_is_the_same_in_whole_numbers()
        {
            Assert.AreEqual(6112, WaterVapour.SaturationTenthsOfPascal(0));
            Assert.AreEqual(190, WaterVapour.SaturationTenthsOfPascal(-5000));
            Assert.AreEqual(199_933, WaterVapour.SaturationTenthsOfPascal(6000));
            Assert.AreEqual(-1057, WaterVapour.DewPointCentidegrees(-500, 6500));
            Assert.AreEqual(5664, WaterVapour.HumidityAt(5000, 2000, 1800));
            Assert.AreEqual(10_000, WaterVapour.HumidityAt(9000, 2000, -1000));
        }

        [TestMethod]
        public void A_correction_is_exact_below_zero_too()
        {
            ChannelList channels = new ChannelList(Sensors);
            CalibrationSettings[] calibrations =
            {
                new CalibrationSettings
                {
                    Channel = "temp", SlopeTenThousandths = 10_205, OffsetThousandths = -350, Date = "2026-11-20", By = "a",
                },
            };
            Sample sample = SampleOf(-351);
            new Calibrator(channels, calibrations, null).Apply(sample);
            Assert.AreEqual(-393, sample.Readings[0].Value);
            Assert.AreEqual(-351, sample.Readings[1].Value);
            Assert.IsTrue(sample.Due[1]);
        }

        [TestMethod]
        public void A_spike_is_flagged_and_stays_a_value()
        {
            PlausibilityRules rules = new PlausibilityRules(new ChannelList(Sensors));
            rules.Judge(SampleOf(-351));
            Sample spike = SampleOf(2351);
            spike.UptimeSeconds = 60;
            rules.Judge(spike);
            Assert.AreEqual((int)Quality.Rate, (int)spike.Readings[0].Quality);
            Assert.AreEqual(2351, spike.Readings[0].Value);
        }

        private static Sample SampleOf(int value)
        {
            Sample sample = new Sample();
            sample.Due[0] = true;
            sample.Readings[0] = Reading.Of(value);
            return sample;
        }
    }
}
