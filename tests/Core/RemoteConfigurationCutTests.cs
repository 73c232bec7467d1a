using System.Text;
using CsCheck;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core;

/// <summary>The power goes at every write of a configuration's life, in every torn way: exactly one configuration holds, always.</summary>
public class RemoteConfigurationCutTests
{
    private static readonly string[] SensorNames = ["bme280"];

    private static readonly byte[][] Texts =
    [
        .. new[] { 11, 12, 13, 14 }.Select(seconds => Encoding.UTF8.GetBytes($$"""{"id":"c{{seconds}}","sampleSeconds":{{seconds}}}""")),
    ];

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Emptied)]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    [InlineData(TornWrite.DoneUntold)]
    public void A_cut_leaves_the_last_good_one_or_the_trial(TornWrite torn)
    {
        int cuts = 0;
        for (int operation = 0; operation < 40; operation++)
        {
            SimulatedFlash flash = NewFlash();
            Life life = new(flash);
            flash.CutAfter(operation, torn, operation);
            while (life.Steps < 40)
            {
                try
                {
                    life.Step();
                }
                catch (PowerCutException)
                {
                    cuts++;
                    flash.CutAfter(0, torn, operation + 1); // And once more while it recovers.
                    cuts += Record.Exception(() => life.Boot()) is PowerCutException ? 1 : 0;
                    flash.Disarm();
                    life.Boot();
                }
            }
        }

        Assert.InRange(cuts, 40, int.MaxValue); // One at each write at least.
    }

    [Fact]
    public void Slots_say_what_was_written_and_no_damage_is_believed() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 255], Gen.Int[0, 9], Gen.UInt, Gen.UInt, Gen.Byte.Array[0, 1024], Gen.Int[0, 8_000])
            .Sample((kind, attempts, why, sequence, file, text, bit) =>
            {
                ConfigurationSlot slot = new()
                {
                    Kind = kind, Attempts = attempts, Why = why, Sequence = sequence, FileChecksum = file, Text = text,
                };
                byte[] buffer = new byte[ConfigurationSlot.BytesMax];
                int length = slot.Write(buffer);
                ConfigurationSlot read = new();
                Assert.True(read.TryRead(buffer, length));
                Assert.Equal((kind, attempts, why, sequence, file), (read.Kind, read.Attempts, read.Why, read.Sequence, read.FileChecksum));
                Assert.Equal(text, read.Text);
                buffer[bit / 8 % length] ^= (byte)(1 << (bit % 8));
                Assert.False(new ConfigurationSlot().TryRead(buffer, length));
                Assert.False(new ConfigurationSlot().TryRead(buffer, length - 1));
            });

    private static SimulatedFlash NewFlash()
    {
        SimulatedFlash flash = new();
        flash.Plant("ulmedge.json", Encoding.UTF8.GetBytes("""{"node":"donau-07","sampleSeconds":10,"broker":{"host":"b"}}"""));
        return flash;
    }

    /// <summary>Asks, tries, accepts, returns, boots: and knows what may hold at each boot.</summary>
    private sealed class Life
    {
        private readonly SimulatedFlash _flash;
        private ConfigurationStore _store;
        private int _good = 10;
        private int _asked = 10;

        public Life(SimulatedFlash flash)
        {
            _flash = flash;
            _store = New();
            _store.Choose("0123456789ab", true, new Complaints());
        }

        public int Steps { get; private set; }

        public void Boot()
        {
            _store = New();
            int seconds = _store.Choose("0123456789ab", true, new Complaints()).SampleSeconds;
            Assert.True(seconds == _good || seconds == _asked, $"{seconds} holds; {_good} was good, {_asked} asked for");
            _good = _store.IsOnTrial ? _good : seconds;
            _asked = seconds;
        }

        public void Step()
        {
            int step = Steps++;
            if (!_store.IsOnTrial)
            {
                _asked = 11 + (step % Texts.Length);
                _store.TryBegin(Texts[step % Texts.Length]);
                Boot();
                return;
            }

            if (step % 3 == 0)
            {
                _store.TryReturn(ReturnReason.NotConnected);
                Boot();
            }
            else
            {
                _store.TryAccept();
                _good = _asked;
            }
        }

        private ConfigurationStore New() => new(_flash, SensorNames);
    }
}
