using UlmEdge.Devices.Sensirion;
using UlmEdge.Ports;
using UlmEdge.Tests.Conformance;

namespace UlmEdge.Tests.Devices;

public class SensirionPortTests
{
    private const int Address = 0x62;
    private const int Mutations = 500_000;

    // SCD4x datasheet, read_measurement: 500 ppm, 25 degrees, 37 %RH.
    private static readonly byte[] Sound = [0x01, 0xF4, 0x33, 0x66, 0x67, 0xA2, 0x5E, 0xB9, 0x3C];

    private readonly BenchBoard _board = new();
    private readonly Echo _echo = new();
    private readonly SensirionPort _port = new(1, Address);
    private readonly byte[] _answer = new byte[9];

    public SensirionPortTests()
    {
        _board.Enter();
        _board.Wiring.Bus.Attach(Address, _echo);
        _port.Send([0xEC, 0x05]);
    }

    [Fact]
    public void Takes_a_sound_answer_apart()
    {
        _echo.Answer = Sound;
        Assert.Equal(Absence.None, _port.Receive(_answer));
        Assert.Equal([0x01F4, 0x6667, 0x5EB9], Enumerable.Range(0, 3).Select(i => SensirionPort.Word(_answer, i)));
    }

    [Fact]
    public void Commands_are_those_of_the_datasheets()
    {
        Assert.Equal([0x21, 0xB1], SensirionPort.Command(0x21B1));
        byte[] command = SensirionPort.Command(0xE000, 0);
        SensirionPort.SetArgument(command, 987);
        Assert.Equal([0xE0, 0x00, 0x03, 0xDB, 0x42], command);
        Assert.Equal([0x00, 0x10, 0x03, 0x00, 0xAC], SensirionPort.Command(0x0010, 0x0300));
    }

    [Theory]
    [InlineData(0x00, Absence.BusStuck)]
    [InlineData(0xFF, Absence.BusStuck)]
    [InlineData(0x5A, Absence.BadTransfer)]
    public void A_line_that_hangs_is_told_from_a_damaged_transfer(byte all, Absence expected)
    {
        _echo.Answer = [.. Enumerable.Repeat(all, 9)];
        Assert.Equal(expected, _port.Receive(_answer));
    }

    [Fact]
    public void Nobody_at_the_address_is_not_present_and_no_command_no_answer()
    {
        _board.Wiring.Bus.Detach(Address);
        Assert.Equal(Absence.NotPresent, _port.Send([0xEC, 0x05]));
        Assert.Equal(Absence.NotPresent, _port.Receive(_answer));
        Assert.Equal(Absence.NoAnswer, new SensirionPort(1, Address).Receive(_answer));
        Assert.Equal(Absence.NoAnswer, new SensirionPort(7, Address).Send([0xEC, 0x05])); // There is no such bus.
    }

    [Fact]
    public void No_flipped_bits_are_taken_for_an_answer()
    {
        Random chance = new(20);
        _echo.Answer = new byte[9];
        for (int i = 0; i < Mutations; i++)
        {
            Sound.CopyTo(_echo.Answer, 0);
            int flips = chance.Next(1, 4);
            for (int flip = 0; flip < flips; flip++)
            {
                _echo.Answer[chance.Next(9)] ^= (byte)(1 << chance.Next(8));
            }

            bool isDamaged = !_echo.Answer.AsSpan().SequenceEqual(Sound);
            Assert.Equal(isDamaged ? Absence.BadTransfer : Absence.None, _port.Receive(_answer));
        }
    }

    [Fact]
    public void Of_noise_no_more_is_taken_for_a_word_than_chance_allows()
    {
        Random chance = new(21);
        _echo.Answer = new byte[3];
        byte[] word = new byte[3];
        int accepted = 0;
        for (int i = 0; i < Mutations; i++)
        {
            chance.NextBytes(_echo.Answer);
            accepted += _port.Receive(word) == Absence.None ? 1 : 0;
        }

        // One of 256, and six standard deviations.
        Assert.InRange(accepted, (Mutations / 256) - 265, (Mutations / 256) + 265);
    }
}
