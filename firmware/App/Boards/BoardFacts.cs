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

        /// <summary>GPIO of RX of the port for a particulates sensor (COM2).</summary>
        public int SerialReceivePin;

        /// <summary>GPIO of TX of the port for a particulates sensor (COM2).</summary>
        public int SerialTransmitPin;

        /// <summary>GPIO of RX of the port that is made a 1-Wire master (COM3), or -1: the chip has no third one.</summary>
        public int OneWireReceivePin;

        /// <summary>GPIO of TX of the port that is made a 1-Wire master (COM3), or -1.</summary>
        public int OneWireTransmitPin;

        /// <summary>GPIO of a rain gauge's contact, or -1: the chip has no pulse counter.</summary>
        public int RainPin;

        /// <summary>GPIO of an anemometer's contact, or -1: the chip has no pulse counter.</summary>
        public int WindPin;

        /// <summary>GPIO of the divider at the battery, or -1.</summary>
        public int BatteryPin;

        /// <summary>Channel of the first converter at that pin: the second one belongs to Wi-Fi.</summary>
        public int BatteryChannel;

        /// <summary>Millivolts at a converter's pin for each code at full attenuation, in 1/65536.</summary>
        public int AnalogSlope;

        /// <summary>Millivolts at a converter's pin that code 0 stands for.</summary>
        public int AnalogOffsetMillivolts;

        /// <summary>GPIO of a plain light, or -1.</summary>
        public int LedPin;

        /// <summary>Routes the pins of the I2C bus. The platform wants that before the first device on it is made.</summary>
        public void RoutePins()
        {
            Configuration.SetPinFunction(I2cDataPin, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(I2cClockPin, DeviceFunction.I2C1_CLOCK);
        }

        /// <summary>Routes the pins of the port for a particulates sensor.</summary>
        public void RouteSerial()
        {
            Configuration.SetPinFunction(SerialTransmitPin, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(SerialReceivePin, DeviceFunction.COM2_RX);
        }

        /// <summary>Routes the pins of the 1-Wire master.</summary>
        /// <returns>False if the board has none.</returns>
        public bool TryRouteOneWire()
        {
            if (OneWireReceivePin < 0)
            {
                return false;
            }

            Configuration.SetPinFunction(OneWireTransmitPin, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(OneWireReceivePin, DeviceFunction.COM3_RX);
            return true;
        }

        /// <summary>Routes the pin of the divider at the battery; a board without one must not be asked to.</summary>
        public void RouteBattery()
        {
            Configuration.SetPinFunction(BatteryPin, (DeviceFunction)((int)DeviceFunction.ADC1_CH0 + BatteryChannel));
        }
    }
}
