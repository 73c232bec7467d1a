// nanoFramework.UnitsNet.Temperature 5.76.15
// Needs: mscorlib

namespace UnitsNet
{
    public struct Temperature
    {
        public double DegreesCelsius { get; }
    }
}
