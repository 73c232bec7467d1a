using nanoFramework.Hardware.Esp32;

namespace UlmEdge.App.Boards
{
    /// <summary>What differs from board to board.</summary>
    public sealed class BoardFacts
    {
        /// <summary>Name in the configuration.</summary>
        public string Name;

        /// <summary>What the names of its firmware builds begin with (nanoff --listtargets).</summary>
        public string TargetPrefix;

        /// <summary>GPIO of SDA on I2C bus 1.</summary>
        public int I2cDataPin;

        /// <summary>GPIO of SCL on I2C bus 1.</summary>
        public int I2cClockPin;

        /// <summary>GPIO of a plain light, or -1.</summary>
        public int LedPin;

        /// <summary>Routes the pins. The platform wants that before the first device on a bus is made.</summary>
        public void RoutePins()
        {
            Configuration.SetPinFunction(I2cDataPin, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(I2cClockPin, DeviceFunction.I2C1_CLOCK);
        }
    }
}
