namespace UlmEdge.Simulator.Chips;

/// <summary>Where the BME280 and the BMP280 differ, and where their datasheets say the same things.</summary>
/// <remarks>BME280: BST-BME280-DS002 revision 1.6. BMP280: BST-BMP280-DS001 revision 1.14.</remarks>
internal sealed record Bmx280Type(bool HasHumidity, byte Id, IReadOnlyList<int> StandbysUs)
{
    public static readonly Bmx280Type Bme280 = new(
        HasHumidity: true,
        Id: 0x60,
        StandbysUs: [500, 62500, 125000, 250000, 500000, 1000000, 10000, 20000]) // table 27
    {
        ModesSection = "BME280 3.3.1",
        MemoryMapSection = "BME280 5.3",
        ResetSection = "BME280 5.4.2",
        ConfigSection = "BME280 5.4.6",
        DataSection = "BME280 5.4.7",
        WriteSection = "BME280 6.2.1",
        ReadSection = "BME280 6.2.2",
    };

    public static readonly Bmx280Type Bmp280 = new(
        HasHumidity: false,
        Id: 0x58,
        StandbysUs: [500, 62500, 125000, 250000, 500000, 1000000, 2000000, 4000000]) // table 11
    {
        ModesSection = "BMP280 3.6",
        MemoryMapSection = "BMP280 4.2",
        ResetSection = "BMP280 4.3.2",
        ConfigSection = "BMP280 4.3.5",
        DataSection = "BMP280 4.3.6",
        WriteSection = "BMP280 5.2.1",
        ReadSection = "BMP280 5.2.2",
    };

    /// <summary>Mode changes.</summary>
    public required string ModesSection { get; init; }

    /// <summary>Which registers there are, and which can be written.</summary>
    public required string MemoryMapSection { get; init; }

    /// <summary>Register 0xE0.</summary>
    public required string ResetSection { get; init; }

    /// <summary>Register 0xF5.</summary>
    public required string ConfigSection { get; init; }

    /// <summary>Registers from 0xF7.</summary>
    public required string DataSection { get; init; }

    /// <summary>How to write on I2C.</summary>
    public required string WriteSection { get; init; }

    /// <summary>How to read on I2C.</summary>
    public required string ReadSection { get; init; }
}
