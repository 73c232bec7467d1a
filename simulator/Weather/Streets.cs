using System.Globalization;
using System.Text;

namespace UlmEdge.Simulator.Weather;

/// <summary>Where a simulated city's nodes hang: one place for every whole number, the same every time.</summary>
public static class Streets
{
    // A street's second and further nodes hang about so far down the road from one another.
    private const double SpacingDegrees = 0.0004;

    private static readonly Place[] First = [.. StreetNames.All.Select(street =>
        new Place(Slug(street.Name), street.Name, street.Latitude, street.Longitude, street.Altitude))];

    /// <summary>How many streets there are; places beyond are further nodes in the same streets.</summary>
    public static int Count => First.Length;

    /// <summary>The place with a number from 0; beyond the streets ids go on as <c>muensterplatz-2</c>.</summary>
    public static Place At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var street = First[index % First.Length];
        var round = index / First.Length;
        if (round == 0)
        {
            return street;
        }

        var number = (round + 1).ToString(CultureInfo.InvariantCulture);
        var seed = SeededNumbers.Derive(0, street.Id);
        var distanceDegrees = SpacingDegrees * Math.Sqrt(round);
        var (north, east) = Math.SinCos(round + 2 * Math.PI * SeededNumbers.Unit(seed, 0));
        return new Place(
            $"{street.Id}-{number}",
            $"{street.Name} {number}",
            street.LatitudeDegrees + distanceDegrees * north,
            street.LongitudeDegrees + distanceDegrees * east,
            street.AltitudeMetres);
    }

    /// <summary>The first so many places.</summary>
    public static IEnumerable<Place> Take(int count) => Enumerable.Range(0, count).Select(At);

    /// <summary>A name as a node id: lower case, umlauts written out, everything else a hyphen.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            slug.Append(character switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                >= 'a' and <= 'z' => character.ToString(),
                _ => "-",
            });
        }

        return slug.ToString();
    }
}
