// nanoFramework.UnitsNet.RelativeHumidity 5.76.15
// Needs: mscorlib

namespace UnitsNet
{
    public struct RelativeHumidity
    {
        public double Percent { get; }
    }
}
