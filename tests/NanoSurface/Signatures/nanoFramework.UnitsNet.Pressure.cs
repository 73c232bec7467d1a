// nanoFramework.UnitsNet.Pressure 5.76.15
// Needs: mscorlib

namespace UnitsNet
{
    public struct Pressure
    {
        public double Pascals { get; }
    }
}
