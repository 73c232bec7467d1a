using System;
using System.Device.Gpio;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>A light between a pin and ground; on boards without one it does nothing.</summary>
    public sealed class LedIndicator : IIndicator
    {
        private readonly GpioPin _pin;

        /// <summary>A light that is off.</summary>
        /// <param name="pin">GPIO number, or a negative number for none.</param>
        public LedIndicator(int pin)
        {
            try
            {
                _pin = pin < 0 ? null : new GpioController().OpenPin(pin, PinMode.Output);
            }
            catch (Exception)
            {
                _pin = null; // A light that cannot be had is no reason not to measure.
            }
        }

        /// <inheritdoc/>
        public void Set(bool lit)
        {
            _pin?.Write(lit ? PinValue.High : PinValue.Low);
        }
    }
}
