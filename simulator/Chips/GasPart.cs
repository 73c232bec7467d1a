using System.Buffers.Binary;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>The trimming parameters of one BME680 (BST-BME680-DS001 3.11), and where they lie in its registers.</summary>
public sealed record GasPart
{
    /// <summary>par_t1 to par_t3.</summary>
    public (ushort T1, short T2, sbyte T3) Temperature { get; init; } = (26203, 26469, 3);

    /// <summary>par_p1 to par_p5.</summary>
    public (ushort P1, short P2, sbyte P3, short P4, short P5) Pressure { get; init; } = (36673, -10515, 88, 7310, -129);

    /// <summary>par_p6 to par_p10.</summary>
    public (sbyte P6, sbyte P7, short P8, short P9, byte P10) PressureToo { get; init; } = (30, 46, -3471, -2621, 30);

    /// <summary>par_h1 and par_h2, twelve bits each.</summary>
    public (int H1, int H2) Humidity { get; init; } = (703, 1008);

    /// <summary>par_h3 to par_h7.</summary>
    public (sbyte H3, sbyte H4, sbyte H5, byte H6, sbyte H7) HumidityToo { get; init; } = (0, 45, 20, 120, -100);

    /// <summary>par_g1 to par_g3.</summary>
    public (sbyte G1, short G2, sbyte G3) Plate { get; init; } = (-30, -5969, 18);

    /// <summary>res_heat_val, res_heat_range, range_switching_error.</summary>
    public (sbyte Correction, int Range, int SwitchingError) Gas { get; init; } = (50, 1, 0);

    /// <summary>The parameters of one part, scattered around typical ones so that its whole range stays within its codes.</summary>
    public static GasPart Draw(ulong seed)
    {
        var index = 0;
        double Vary(double typical, double spread) => Math.Round(typical * (1 + spread * SeededNumbers.Signed(seed, index++)));
        int Pick(int from, int to) => from + (int)((to - from + 1) * 0.999999 * (SeededNumbers.Signed(seed, index++) + 1) / 2);
        return new GasPart
        {
            Temperature = ((ushort)Vary(26203, 0.01), (short)Vary(26469, 0.01), (sbyte)Pick(2, 4)),
            Pressure = ((ushort)Vary(36673, 0.01), (short)Vary(-10515, 0.01), 88, (short)Vary(7310, 0.03), (short)Vary(-129, 0.1)),
            PressureToo = (30, (sbyte)Pick(30, 60), (short)Vary(-3471, 0.03), (short)Vary(-2621, 0.03), 30),
            Humidity = (Pick(690, 810), Pick(1000, 1030)),
            HumidityToo = ((sbyte)Pick(-2, 2), 45, 20, 120, -100),
            Plate = ((sbyte)Pick(-60, 0), (short)Vary(-5969, 0.1), (sbyte)Pick(16, 20)),
            Gas = ((sbyte)Pick(10, 60), Pick(0, 2), Pick(-8, 7)),
        };
    }

    /// <summary>Writes them into an image of all 256 registers.</summary>
    public void Burn(Span<byte> image)
    {
        Word(image, 0xE9, (short)Temperature.T1);
        Word(image, 0x8A, Temperature.T2);
        image[0x8C] = (byte)Temperature.T3;
        Word(image, 0x8E, (short)Pressure.P1);
        Word(image, 0x90, Pressure.P2);
        image[0x92] = (byte)Pressure.P3;
        Word(image, 0x94, Pressure.P4);
        Word(image, 0x96, Pressure.P5);
        image[0x98] = (byte)PressureToo.P7;
        image[0x99] = (byte)PressureToo.P6;
        Word(image, 0x9C, PressureToo.P8);
        Word(image, 0x9E, PressureToo.P9);
        image[0xA0] = PressureToo.P10;
        image[0xE1] = (byte)(Humidity.H2 >> 4);
        image[0xE2] = (byte)(((Humidity.H2 & 0x0F) << 4) | (Humidity.H1 & 0x0F));
        image[0xE3] = (byte)(Humidity.H1 >> 4);
        image[0xE4] = (byte)HumidityToo.H3;
        image[0xE5] = (byte)HumidityToo.H4;
        image[0xE6] = (byte)HumidityToo.H5;
        image[0xE7] = HumidityToo.H6;
        image[0xE8] = (byte)HumidityToo.H7;
        Word(image, 0xEB, Plate.G2);
        image[0xED] = (byte)Plate.G1;
        image[0xEE] = (byte)Plate.G3;
        image[0x00] = (byte)Gas.Correction;
        image[0x02] = (byte)(0x40 | (Gas.Range << 4)); // The other bits are not for the user: they may hold anything.
        image[0x04] = (byte)((Gas.SwitchingError << 4) | 0x05);
    }

    private static void Word(Span<byte> image, int register, short value) =>
        BinaryPrimitives.WriteInt16LittleEndian(image[register..], value);
}
