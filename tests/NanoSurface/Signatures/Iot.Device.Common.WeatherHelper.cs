// nanoFramework.Iot.Device.Common.WeatherHelper 1.2.950
// Needs: mscorlib, System.Math, nanoFramework.UnitsNet.Length, nanoFramework.UnitsNet.Pressure,
//   nanoFramework.UnitsNet.RelativeHumidity, nanoFramework.UnitsNet.Temperature

// Nothing of it is used by us; assemblies that we use cannot be loaded without it.
