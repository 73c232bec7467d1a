using System.Text;
using CsCheck;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core;

/// <summary>A million damaged configurations, from the file, from afar, and in the slots: none gets out, and one holds, always.</summary>
public class ConfigurationMutationTests
{
    private const int Count = 1_000_000;

    private static readonly string[] SensorNames = ["bme280", "bmp280"];

    private static readonly byte[][] Texts = [.. new[]
    {
        """{"id":"a","sampleSeconds":5,"batchSamples":3}""",
        """{"id":"bc-1","brokers":[{"host":"first","port":8884},{"host":"plain","tls":false}],"payload":"cbor"}""",
        """{"id":"d","sensors":["bmp280"],"window":4,"homeAssistant":true,"timeServer":"ntp","batchSeconds":60,"healthSeconds":600}""",
        """{"id":"e"}""",
        """
        {"id":"f","intervals":[{"sensor":"bme280","seconds":30}],"alarms":[{"channel":"temp","above":30.5,"sampleSeconds":5}],
         "calibrations":[{"channel":"temp","offset":-0.35,"slope":1.02,"date":"2026-11-20","by":"TH Ulm"}]}
        """,
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[] File = Encoding.UTF8.GetBytes(
        """
        {"node":"donau-07","root":"ulm/v1","trust":["ca.pem"],
         "brokers":[{"host":"first","user":"u","password":"p"},{"host":"plain","tls":false}]}
        """);

    [Fact]
    public void None_escapes_and_one_configuration_holds()
    {
        int accepted = 0;
        int refused = 0;
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Texts.Length - 1], Gen.Int[1, 4], Gen.Int).Sample(
            (place, which, changes, seed) =>
            {
                Random chance = new(seed);
                SimulatedFlash flash = new();
                flash.Plant("ulmedge.json", place == 0 ? Mutated(File, changes, chance) : File);
                ConfigurationStore store = new(flash, SensorNames);
                AssertUsable(store.Choose("0123456789ab", true, new Complaints()));
                byte[] text = place == 1 ? Mutated(Texts[which], changes, chance) : Texts[which];
                if (store.Validate(text, out NodeConfiguration wanted, out string id) is not null)
                {
                    Interlocked.Increment(ref refused);
                    Assert.Single(flash.Files); // Nothing durable came of it.
                    return;
                }

                Interlocked.Increment(ref accepted);
                Assert.NotNull(id);
                Assert.True(store.TryBegin(text));
                if (place == 2)
                {
                    flash.Plant("config.0", Mutated(flash.Files["config.0"], changes, chance));
                }

                ConfigurationStore next = new(flash, SensorNames);
                NodeConfiguration holds = next.Choose("0123456789ab", true, new Complaints());
                AssertUsable(holds);
                Assert.Equal("ulm/v1", place == 0 ? "ulm/v1" : holds.Root);
                Assert.True(!next.IsOnTrial || ConfigurationHash.Of(holds) == ConfigurationHash.Of(wanted));
            },
            iter: Count);
        Assert.True(accepted > Count / 4 && refused > Count / 10, $"{accepted} accepted, {refused} refused");
    }

    private static void AssertUsable(NodeConfiguration configuration)
    {
        Assert.True(Names.IsNodeId(configuration.NodeId) && Names.IsRoot(configuration.Root));
        Assert.InRange(configuration.SampleSeconds, 1, 86_400);
        Assert.InRange(configuration.BatchSamples, 1, 20);
        Assert.InRange(configuration.Window, 1, 4);
        Assert.All(configuration.Brokers, broker => Assert.InRange(broker.Port, 1, 65_535));
    }

    private static byte[] Mutated(byte[] text, int changes, Random chance)
    {
        for (int i = 0; i < changes && text.Length > 0; i++)
        {
            int at = chance.Next(text.Length);
            text = chance.Next(5) switch
            {
                0 => [.. text[..at], (byte)(text[at] ^ (1 << chance.Next(8))), .. text[(at + 1)..]],
                1 => text[..at],
                2 => [.. text[..at], (byte)chance.Next(256), .. text[at..]],
                3 => [.. text[..at], .. text[(at + 1)..]],
                _ => [.. text[..at], .. text[chance.Next(text.Length)..]],
            };
        }

        return text;
    }
}
