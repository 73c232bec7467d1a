using UlmEdge.Simulator.Nano;

namespace System.Device.Gpio;

/// <summary>The pins of the virtual board.</summary>
/// <remarks>
/// As upstream (nanoframework/System.Device.Gpio:GpioController.cs), all controllers of a board share one list of
/// pins.
/// </remarks>
public sealed class GpioController : IDisposable
{
    private readonly HostBoard _board = HostBoard.Current;
    private readonly GpioPins _pins = BoardState.Of(HostBoard.Current).GpioPins;

    /// <summary>Opens a pin as an input.</summary>
    /// <exception cref="InvalidOperationException">Somebody has it already.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        var pin = new GpioPin(_board, _pins, pinNumber);
        _pins.Reserve(pinNumber, pin);
        return pin;
    }

    /// <summary>Opens a pin.</summary>
    /// <exception cref="InvalidOperationException">Somebody has it already.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        pin.SetPinMode(mode);
        return pin;
    }

    /// <summary>Closes a pin.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void ClosePin(int pinNumber) => Opened(pinNumber).Dispose();

    /// <summary>Whether somebody has the pin.</summary>
    public bool IsPinOpen(int pinNumber) => _pins.Find(pinNumber) is not null;

    /// <summary>Reads a pin.</summary>
    public PinValue Read(int pinNumber) => Opened(pinNumber).Read();

    /// <summary>Drives a pin.</summary>
    public void Write(int pinNumber, PinValue value) => Opened(pinNumber).Write(value);

    /// <summary>Closes all pins of the board, whoever opened them.</summary>
    public void Dispose()
    {
        foreach (GpioPin pin in _pins.All())
        {
            pin.Dispose();
        }
    }

    private GpioPin Opened(int pinNumber) => _pins.Find(pinNumber) ?? throw new InvalidOperationException();
}
