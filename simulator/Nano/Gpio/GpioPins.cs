namespace System.Device.Gpio;

/// <summary>The opened pins of one board: a pin has one user, and every controller shares them.</summary>
internal sealed class GpioPins
{
    private readonly Dictionary<int, GpioPin> _opened = [];

    public void Reserve(int pinNumber, GpioPin pin)
    {
        lock (_opened)
        {
            if (!_opened.TryAdd(pinNumber, pin))
            {
                throw new InvalidOperationException();
            }
        }
    }

    public void Release(int pinNumber)
    {
        lock (_opened)
        {
            _opened.Remove(pinNumber);
        }
    }

    public GpioPin? Find(int pinNumber)
    {
        lock (_opened)
        {
            return _opened.GetValueOrDefault(pinNumber);
        }
    }

    public GpioPin[] All()
    {
        lock (_opened)
        {
            return [.. _opened.Values];
        }
    }
}
