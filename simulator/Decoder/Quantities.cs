namespace UlmEdge.Decoder;

/// <summary>How the contract calls each quantity, in which unit it is, and with how many decimals.</summary>
internal static class Quantities
{
    /// <summary>Quantities that share a group of channels.</summary>
    public const int PerInstance = 32;

    private const int Instances = 4;

    private static readonly (string Name, string Unit, int Decimals)[] Known =
    [
        ("temp", "Cel", 2), ("rh", "%RH", 2), ("press", "Pa", 0),
        ("pm1", "ug/m3", 1), ("pm25", "ug/m3", 1), ("pm4", "ug/m3", 1), ("pm10", "ug/m3", 1),
        ("co2", "ppm", 0), ("gas", "Ohm", 0), ("voc", "/", 1), ("nox", "/", 1),
        ("laeq", "dB", 1), ("lamin", "dB", 1), ("lamax", "dB", 1),
        ("rain", "mm", 3), ("wind", "m/s", 2), ("gust", "m/s", 2), ("batt", "V", 3),
    ];

    private static readonly string[] Suffixes = [string.Empty, ".min", ".mean", ".max", ".q"];

    /// <summary>The names of the records of one channel, in the order of <see cref="Suffixes"/>.</summary>
    public static string[] NamesOf(int channel)
    {
        (int instance, int quantity) = Math.DivRem(channel, PerInstance);
        string name = quantity < Known.Length ? Known[quantity].Name : $"q{quantity}";
        instance %= Instances;
        name += instance == 0 ? string.Empty : char.IsAsciiDigit(name[^1]) ? $"-{instance + 1}" : $"{instance + 1}";
        name += IsRaw(channel) ? ".raw" : string.Empty;
        return [.. Suffixes.Select(suffix => name + suffix)];
    }

    /// <summary>Whether a channel has values as they were measured, beside those that were corrected.</summary>
    public static bool IsRaw(int channel) => channel >= PerInstance * Instances;

    /// <summary>The unit of a channel.</summary>
    public static string UnitOf(int channel) =>
        channel % PerInstance is var quantity && quantity < Known.Length ? Known[quantity].Unit : "/";

    /// <summary>The decimals of a channel.</summary>
    public static int DecimalsOf(int channel) =>
        channel % PerInstance is var quantity && quantity < Known.Length ? Known[quantity].Decimals : 0;

    /// <summary>The decimals of a record by its name, e.g. <c>temp2.mean</c>; null if the name is none of the contract's.</summary>
    public static int? DecimalsOf(string? recordName)
    {
        if (recordName is null)
        {
            return null;
        }

        int point = recordName.IndexOf('.');
        ReadOnlySpan<char> channel = recordName.AsSpan(0, point < 0 ? recordName.Length : point);
        ReadOnlySpan<char> suffix = point < 0 ? [] : recordName.AsSpan(point);
        foreach ((string name, _, int decimals) in Known)
        {
            if (IsInstanceOf(channel, name))
            {
                return suffix switch
                {
                    ".q" => 0,
                    "" or ".min" or ".mean" or ".max" or ".raw" or ".raw.min" or ".raw.mean" or ".raw.max" => decimals,
                    _ => null,
                };
            }
        }

        return null;
    }

    private static bool IsInstanceOf(ReadOnlySpan<char> channel, string name)
    {
        if (!channel.StartsWith(name))
        {
            return false;
        }

        ReadOnlySpan<char> instance = channel[name.Length..];
        bool needsHyphen = instance.Length > 0 && char.IsAsciiDigit(name[^1]);
        return (!needsHyphen || (instance[0] == '-' && instance.Length > 1))
            && instance[(needsHyphen ? 1 : 0)..].TrimEnd("0123456789").IsEmpty;
    }
}
