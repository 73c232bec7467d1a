namespace UlmEdge.App.Boards
{
    /// <summary>The boards this firmware knows; one image serves them all.</summary>
    public static class BoardCatalog
    {
        /// <summary>The names, for a message.</summary>
        public const string Names = "esp32-devkit, esp32-devkit-psram, esp32-s3-devkit, esp32-c3-devkit";

        /// <summary>The board of this name, or null.</summary>
        public static BoardFacts ByName(string name)
        {
            foreach (BoardFacts board in All())
            {
                if (board.Name == name)
                {
                    return board;
                }
            }

            return null;
        }

        /// <summary>The board on which a firmware build runs; the plain ESP32 when it says nothing that is known.</summary>
        public static BoardFacts ByTarget(string targetName)
        {
            foreach (BoardFacts board in All())
            {
                if (targetName != null && targetName.StartsWith(board.TargetPrefix))
                {
                    return board;
                }
            }

            return Esp32DevKit();
        }

        // The plain ESP32 last: its targets' names begin like all the others.
        private static BoardFacts[] All()
        {
            return new[] { Esp32S3DevKit(), Esp32C3DevKit(), Esp32DevKitPsram(), Esp32DevKit() };
        }

        // What a converter's code stands for at full attenuation is ESP-IDF's line for the ESP32, with a reference of 1100 mV
        // (esp_adc_cal: 1100 × 196602 / 4096, and 142 mV), and its documented ends for the others: 3100 and 2500 mV at code 4095.

        // ESP32-DevKitC with WROOM-32: I2C where every tutorial has it; a light on GPIO 2 on most clones. The ports keep away from
        // GPIO 16 and 17, which modules with PSRAM need for themselves.
        private static BoardFacts Esp32DevKit()
        {
            return new BoardFacts
            {
                Name = "esp32-devkit", TargetPrefix = "ESP32", I2cDataPin = 21, I2cClockPin = 22, LedPin = 2,
                SerialReceivePin = 27, SerialTransmitPin = 33, OneWireReceivePin = 32, OneWireTransmitPin = 25,
                RainPin = 13, WindPin = 26, BatteryPin = 35, BatteryChannel = 7, AnalogSlope = 52_798, AnalogOffsetMillivolts = 142,
            };
        }

        // The same with a WROVER module, whose PSRAM takes GPIO 16 and 17, UART 2's own pins: its builds of the platform are others.
        private static BoardFacts Esp32DevKitPsram()
        {
            BoardFacts board = Esp32DevKit();
            board.Name = "esp32-devkit-psram";
            board.TargetPrefix = "ESP32_PSRAM";
            return board;
        }

        // ESP32-S3-DevKitC-1: I2C on the pins of Espressif's own examples; its light is an addressable one.
        private static BoardFacts Esp32S3DevKit()
        {
            return new BoardFacts
            {
                Name = "esp32-s3-devkit", TargetPrefix = "ESP32_S3", I2cDataPin = 8, I2cClockPin = 9, LedPin = -1,
                SerialReceivePin = 18, SerialTransmitPin = 17, OneWireReceivePin = 15, OneWireTransmitPin = 16,
                RainPin = 4, WindPin = 5, BatteryPin = 1, BatteryChannel = 0, AnalogSlope = 49_612, AnalogOffsetMillivolts = 0,
            };
        }

        // ESP32-C3: GPIO 8 and 9 decide how the chip starts, so I2C keeps away from them. It has two UARTs only, one is the console's.
        private static BoardFacts Esp32C3DevKit()
        {
            return new BoardFacts
            {
                Name = "esp32-c3-devkit", TargetPrefix = "ESP32_C3", I2cDataPin = 7, I2cClockPin = 6, LedPin = -1,
                SerialReceivePin = 4, SerialTransmitPin = 5, OneWireReceivePin = -1, OneWireTransmitPin = -1,
                RainPin = -1, WindPin = -1, BatteryPin = 0, BatteryChannel = 0, AnalogSlope = 40_010, AnalogOffsetMillivolts = 0,
            };
        }
    }
}
