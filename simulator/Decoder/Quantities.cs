namespace UlmEdge.Decoder;

/// <summary>How the contract calls each quantity, in which unit it is, and with how many decimals.</summary>
internal static class Quantities
{
    /// <summary>Quantities that share a group of channels.</summary>
    public const int PerInstance = 32;

    private static readonly (string Name, string Unit, int Decimals)[] Known =
        [("temp", "Cel", 2), ("rh", "%RH", 2), ("press", "Pa", 0)];

    private static readonly string[] Suffixes = [string.Empty, ".min", ".mean", ".max", ".q"];

    /// <summary>The names of the records of one channel, in the order of <see cref="Suffixes"/>.</summary>
    public static string[] NamesOf(int channel)
    {
        (int instance, int quantity) = Math.DivRem(channel, PerInstance);
        string name = (quantity < Known.Length ? Known[quantity].Name : $"q{quantity}")
            + (instance > 0 ? $"{instance + 1}" : string.Empty);
        return [.. Suffixes.Select(suffix => name + suffix)];
    }

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
        ReadOnlySpan<char> channel = recordName.AsSpan(0, point < 0 ? recordName.Length : point).TrimEnd("0123456789");
        ReadOnlySpan<char> suffix = point < 0 ? [] : recordName.AsSpan(point);
        foreach ((string name, _, int decimals) in Known)
        {
            if (channel.SequenceEqual(name))
            {
                return suffix switch
                {
                    ".q" => 0,
                    "" or ".min" or ".mean" or ".max" => decimals,
                    _ => null,
                };
            }
        }

        return null;
    }
}
