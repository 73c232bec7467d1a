using System;
using System.Device.Gpio;

namespace UlmEdge.Devices.Pulses
{
    /// <summary>A contact to ground whose closings the ESP32's pulse counter (PCNT) counts while the CPU does something else.</summary>
    /// <remarks>
    /// What the counter can filter ends at 13 µs, far below the milliseconds for which a contact bounces: that is a capacitor's
    /// work (README.md). The filter keeps away what a long cable catches.
    /// </remarks>
    internal sealed class PulseInput
    {
        // The most the counter takes, whether the platform's firmware means cycles of its 80 MHz clock or nanoseconds by it.
        private const ushort GlitchFilter = 1_023;

        private readonly int _pin;
        private GpioPulseCounter _counter;

        /// <summary>A contact at a pin; nothing is counted before the first <see cref="TryRead"/>.</summary>
        public PulseInput(int pin)
        {
            _pin = pin;
        }

        /// <summary>Closings since the first read, at <see cref="TimeMs"/>.</summary>
        public long Count { get; private set; }

        /// <summary>When it was read last, in milliseconds since power-on; taken with the count, not with the loop's clock.</summary>
        public long TimeMs { get; private set; }

        /// <summary>Reads the counter; the first time starts it.</summary>
        /// <returns>False when there is none for it; then nothing has changed.</returns>
        public bool TryRead()
        {
            try
            {
                if (_counter == null)
                {
                    Start();
                }

                GpioPulseCount read = _counter.Read();
                Count = read.Count;
                TimeMs = read.RelativeTime.Ticks / TimeSpan.TicksPerMillisecond;
                return true;
            }
            catch (Exception)
            {
                // The platform throws where a chip has no counter, or none that is free.
                return false;
            }
        }

        private void Start()
        {
            GpioPulseCounter counter = new GpioPulseCounter(_pin);
            try
            {
                counter.Polarity = GpioPulsePolarity.Falling;
                counter.FilterPulses = GlitchFilter;
                counter.Start();
                _counter = counter;
            }
            finally
            {
                if (_counter == null)
                {
                    counter.Dispose(); // Else it keeps one of the few there are.
                }
            }
        }
    }
}
