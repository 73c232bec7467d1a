// nanoFramework.Iot.Device.Bmxx80 1.2.1016
// Needs: mscorlib, Iot.Device.Common.WeatherHelper, System.Buffers.Binary.BinaryPrimitives, System.Device.Model,
//   System.Device.I2c, System.Math, nanoFramework.UnitsNet.Duration, nanoFramework.UnitsNet.ElectricResistance,
//   nanoFramework.UnitsNet.Length, nanoFramework.UnitsNet.Pressure, nanoFramework.UnitsNet.RelativeHumidity,
//   nanoFramework.UnitsNet.Temperature

using System;
using System.Device.I2c;
using Iot.Device.Bmxx80.PowerMode;
using UnitsNet;

namespace Iot.Device.Bmxx80
{
    public class Bme280 : Bmx280Base
    {
        public Bme280(I2cDevice i2cDevice) : base(default, default) => throw null;
        public bool TryReadHumidity(out RelativeHumidity humidity) => throw null;
    }

    public class Bmp280 : Bmx280Base
    {
        public Bmp280(I2cDevice i2cDevice) : base(default, default) => throw null;
    }

    public abstract class Bmx280Base : Bmxx80Base
    {
        public const byte DefaultI2cAddress = 119;
        public const byte SecondaryI2cAddress = 118;
        protected Bmx280Base(byte deviceId, I2cDevice i2cDevice) : base(default, default) => throw null;
        public virtual int GetMeasurementDuration() => throw null;
        public void SetPowerMode(Bmx280PowerMode powerMode) => throw null;
        public override bool TryReadPressure(out Pressure pressure) => throw null;
        public override bool TryReadTemperature(out Temperature temperature) => throw null;
    }

    public abstract class Bmxx80Base : IDisposable
    {
        protected Bmxx80Base(byte deviceId, I2cDevice i2cDevice) => throw null;
        public void Dispose() => throw null;
        public abstract bool TryReadPressure(out Pressure pressure);
        public abstract bool TryReadTemperature(out Temperature temperature);
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
