namespace UlmEdge.Tests.Simulation;

/// <summary>
/// The floating-point compensation of BME280 8.1, fed from the registers only: shares nothing with the virtual chip.
/// </summary>
internal sealed class FloatCompensation
{
    private readonly double[] _t = new double[4];
    private readonly double[] _p = new double[10];
    private readonly double[] _h = new double[7];

    public FloatCompensation(ChipBench bench)
    {
        var words = bench.Read(0x88, 24);
        double Signed(int index) => (short)(words[2 * index] | (words[2 * index + 1] << 8));
        double Unsigned(int index) => (ushort)(words[2 * index] | (words[2 * index + 1] << 8));
        _t = [0, Unsigned(0), Signed(1), Signed(2)];
        _p = [0, Unsigned(3), .. Enumerable.Range(4, 8).Select(Signed)];
        if (bench.Read(0xD0) == 0x60)
        {
            var h = bench.Read(0xE1, 7);
            _h =
            [
                0,
                bench.Read(0xA1),
                (short)(h[0] | (h[1] << 8)),
                h[2],
                ((sbyte)h[3] << 4) | (h[4] & 0x0F),
                ((sbyte)h[5] << 4) | (h[4] >> 4),
                (sbyte)h[6],
            ];
        }
    }

    public double Fine(int code)
    {
        var offset = code / 131072.0 - _t[1] / 8192.0;
        return (code / 16384.0 - _t[1] / 1024.0) * _t[2] + offset * offset * _t[3];
    }

    public double Celsius(int code) => Fine(code) / 5120;

    public double Pascal(int code, double fine)
    {
        var v1 = fine / 2 - 64000;
        var v2 = (v1 * v1 * _p[6] / 32768 + v1 * _p[5] * 2) / 4 + _p[4] * 65536;
        v1 = (1 + (_p[3] * v1 * v1 / 524288 + _p[2] * v1) / 524288 / 32768) * _p[1];
        var p = (1048576.0 - code - v2 / 4096) * 6250 / v1;
        return p + (_p[9] * p * p / 2147483648 + p * _p[8] / 32768 + _p[7]) / 16;
    }

    public double Percent(int code, double fine)
    {
        var v = fine - 76800;
        var h = (code - (_h[4] * 64 + _h[5] / 16384 * v))
            * (_h[2] / 65536 * (1 + _h[6] / 67108864 * v * (1 + _h[3] / 67108864 * v)));
        return Math.Clamp(h * (1 - _h[1] * h / 524288), 0, 100);
    }
}
