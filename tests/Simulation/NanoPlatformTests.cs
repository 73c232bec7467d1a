using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Networking;
using nanoFramework.Runtime.Native;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>The small façades: pins, network helper, reboot, threads.</summary>
public sealed class NanoPlatformTests
{
    private const int Led = 2;

    private readonly FakeBoard _board = new();

    [Fact]
    public void A_pin_has_one_user_and_drives_the_board()
    {
        _board.Enter();
        var controller = new GpioController();
        GpioPin pin = controller.OpenPin(Led, PinMode.Output);
        pin.Write(PinValue.High);
        Assert.True(_board.Pins[Led]);
        pin.Toggle();
        Assert.False(_board.Pins[Led]);
        Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(Led));
        controller.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pin.Write(PinValue.High));
        Assert.Throws<InvalidOperationException>(() => controller.OpenPin(Led).Write(PinValue.High));
    }

    [Theory]
    [InlineData(34)]
    [InlineData(40)]
    [InlineData(-1)]
    public void Some_pins_cannot_be_routed(int pin)
    {
        _board.Enter();
        Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
        Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(pin, DeviceFunction.I2C1_CLOCK));
    }

    [Fact]
    public void A_pin_without_an_output_can_be_a_converters()
    {
        _board.Enter();
        Configuration.SetPinFunction(35, DeviceFunction.ADC1_CH7);
        Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(28, DeviceFunction.ADC1_CH7));
    }

    [Fact]
    public void Joining_tells_by_status()
    {
        _board.Enter();
        Assert.Equal(NetworkHelperStatus.None, WifiNetworkHelper.Status);
        Assert.True(WifiNetworkHelper.Reconnect(false, 0, TestContext.Current.CancellationToken));
        Assert.Equal(NetworkHelperStatus.NetworkIsReady, WifiNetworkHelper.Status);
        Assert.False(WifiNetworkHelper.Reconnect(false, 0, new CancellationToken(true)));
        Assert.Equal(NetworkHelperStatus.TokenExpiredWaitingIPAddress, WifiNetworkHelper.Status);
        _board.Radio.IsThere = false;
        Assert.False(WifiNetworkHelper.Reconnect(false, 0, CancellationToken.None));
    }

    [Fact]
    public void Waiting_for_the_time_of_day_ends_with_the_token()
    {
        _board.Enter();
        using var limit = new CancellationTokenSource(100);
        Assert.False(WifiNetworkHelper.Reconnect(true, 0, limit.Token));
        Assert.NotEqual(NetworkHelperStatus.NetworkIsReady, WifiNetworkHelper.Status);
    }

    [Fact]
    public void A_reboot_tells_this_boards_handlers_and_does_not_return()
    {
        int told = 0;
        Power.OnRebootEvent += () => told++;
        Power.OnRebootEvent += () => throw new InvalidOperationException("swallowed");
        var other = new FakeBoard();
        Assert.Throws<BoardOffException>(() => Power.RebootDevice());
        Assert.Equal(0, told);
        Assert.True(other.HasRebooted);
        _board.Enter();
        Assert.Throws<BoardOffException>(() => Power.RebootDevice(1_000, RebootOption.ClrOnly));
        Assert.Equal(1, told);
    }

    [Fact]
    public void An_exception_ends_its_thread_only_and_is_reported()
    {
        _board.Enter();
        Run(() => throw new InvalidOperationException("too bad"));
        Assert.Contains(_board.Lines, line => line.StartsWith("    ++++ Exception System.InvalidOperationException"));
        Assert.Contains("    ++++ Message: too bad", _board.Lines);
    }

    [Fact]
    public void A_thread_inherits_its_board_and_ends_silently_without_power()
    {
        _board.Enter();
        HostBoard? seen = null;
        Run(() =>
        {
            seen = HostBoard.Current;
            _board.Cut();
            HostBoard.Current.Sleep(1);
        });
        Assert.Same(_board, seen);
        Assert.Empty(_board.Lines);
    }

    private static void Run(Action body)
    {
        var thread = new HostThread(body);
        thread.Start();
        Assert.True(SpinWait.SpinUntil(() => !thread.IsAlive, 5_000));
    }
}
