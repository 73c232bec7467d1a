// nanoFramework.System.Device.Gpio 1.1.62
// Needs: mscorlib, nanoFramework.Runtime.Events

namespace System.Device.Gpio
{
    public sealed class GpioController : IDisposable
    {
        public GpioController() => throw null;
        public void Dispose() => throw null;
        public GpioPin OpenPin(int pinNumber, PinMode mode) => throw null;
    }

    public sealed class GpioPin : IDisposable
    {
        internal GpioPin() => throw null;
        public void Dispose() => throw null;
        public void Write(PinValue value) => throw null;
    }

    public enum PinMode
    {
        Input = 0,
        InputPullDown = 1,
        InputPullUp = 2,
        Output = 3,
        OutputOpenDrain = 4,
        OutputOpenDrainPullUp = 5,
        OutputOpenSource = 6,
        OutputOpenSourcePullDown = 7,
    }

    public readonly struct PinValue
    {
        private readonly byte content;
        public static PinValue High { get; }
        public static PinValue Low { get; }
    }
}
