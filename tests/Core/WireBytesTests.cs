using UlmEdge.Core.Batches;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Core;

/// <summary>The budget of one time with three quantities on the wire: PUBLISH and PUBACK, in batches of ten a minute apart.</summary>
public class WireBytesTests(ITestOutputHelper output)
{
    private const int BatchCount = 1_000;
    private const int SamplesPerBatch = 10;
    private const int StepSeconds = 60;
    private const long StartSeconds = 1_795_291_200;
    private const int PubackBytes = 4;

    [Theory]
    [InlineData(Payloads.Compact, 10)]
    [InlineData(Payloads.Cbor, 75)]
    [InlineData(Payloads.Json, 132)]
    public void A_time_takes_few_bytes(string payload, double bytesPerTimeMax)
    {
        var packs = new PackWriter(payload, new Topics("ulm/v1", "donau-07"));
        int[] sizes = [.. Enumerable.Range(0, BatchCount).Select(Weather).Select(batch =>
            PublishBytes(packs.TopicOf(batch), packs.Write(batch).Length) + PubackBytes)];
        double perTime = sizes.Average() / SamplesPerBatch;
        output.WriteLine($"{payload}: {perTime:F2} bytes a time; batches of {sizes.Min()} to {sizes.Max()} bytes");
        Assert.InRange(perTime, 1, bytesPerTimeMax);
    }

    // MQTT 3.1.1 sections 2.2 and 3.3: type, remaining length, topic with its length, packet id, payload.
    private static int PublishBytes(string topic, int payloadBytes)
    {
        int remaining = 2 + topic.Length + 2 + payloadBytes;
        return 1 + (remaining < 128 ? 1 : 2) + remaining;
    }

    private static Batch Weather(int index)
    {
        var weather = new ClimateWeather(4711);
        Batch batch = Batches.OfWeather([.. Enumerable.Range(index * SamplesPerBatch, SamplesPerBatch).Select(sample =>
        {
            long seconds = StartSeconds + (StepSeconds * sample);
            AirState air = weather.At(Streets.At(0), 1000 * seconds);
            return (seconds, Rounded(100 * air.TemperatureCelsius), Rounded(100 * air.HumidityPercent), Rounded(air.PressurePascal));
        })]);
        batch.FirstSample += index * SamplesPerBatch;
        return batch;
    }

    private static int Rounded(double value) => (int)Math.Round(value);
}
