// nanoFramework.Iot.Device.Bmxx80 1.2.1016
// Needs: mscorlib, Iot.Device.Common.WeatherHelper, System.Buffers.Binary.BinaryPrimitives, System.Device.Model, System.Device.I2c, System.Math, nanoFramework.UnitsNet.Duration, nanoFramework.UnitsNet.ElectricResistance, nanoFramework.UnitsNet.Length, nanoFramework.UnitsNet.Pressure, nanoFramework.UnitsNet.RelativeHumidity, nanoFramework.UnitsNet.Temperature

namespace Iot.Device.Bmxx80
{
    public class Bme280 : Bmx280Base
    {
        public Bme280(System.Device.I2c.I2cDevice i2cDevice) : base(default(byte), default(System.Device.I2c.I2cDevice)) => throw null;
        public bool TryReadHumidity(out UnitsNet.RelativeHumidity humidity) => throw null;
    }

    public class Bmp280 : Bmx280Base
    {
        public Bmp280(System.Device.I2c.I2cDevice i2cDevice) : base(default(byte), default(System.Device.I2c.I2cDevice)) => throw null;
    }

    public abstract class Bmx280Base : Bmxx80Base
    {
        public const byte DefaultI2cAddress = 119;
        public const byte SecondaryI2cAddress = 118;
        protected Bmx280Base(byte deviceId, System.Device.I2c.I2cDevice i2cDevice) : base(default(byte), default(System.Device.I2c.I2cDevice)) => throw null;
        public virtual int GetMeasurementDuration() => throw null;
        public void SetPowerMode(Iot.Device.Bmxx80.PowerMode.Bmx280PowerMode powerMode) => throw null;
        public override bool TryReadPressure(out UnitsNet.Pressure pressure) => throw null;
        public override bool TryReadTemperature(out UnitsNet.Temperature temperature) => throw null;
    }

    public abstract class Bmxx80Base : System.IDisposable
    {
        protected Bmxx80Base(byte deviceId, System.Device.I2c.I2cDevice i2cDevice) => throw null;
        public void Dispose() => throw null;
        public abstract bool TryReadPressure(out UnitsNet.Pressure pressure);
        public abstract bool TryReadTemperature(out UnitsNet.Temperature temperature);
    }
}

namespace Iot.Device.Bmxx80.PowerMode
{
    public enum Bmx280PowerMode : byte
    {
        Sleep = 0,
        Forced = 2,
        Normal = 3,
    }
}
