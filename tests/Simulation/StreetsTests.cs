using System.Text.RegularExpressions;
using CsCheck;
using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

public sealed class StreetsTests
{
    [Fact]
    public void There_are_at_least_sixty_streets_and_the_first_is_in_front_of_the_minster()
    {
        Assert.InRange(Streets.Count, 60, 500);
        Assert.Equal("muensterplatz", Streets.At(0).Id);
        Assert.Equal("Münsterplatz", Streets.At(0).Name);
    }

    [Fact]
    public void Ids_are_short_plain_and_all_different()
    {
        var ids = Streets.Take(5000).Select(place => place.Id).ToList();

        Assert.All(ids, id => Assert.Matches(new Regex("^[a-z0-9-]{1,32}$"), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Contains("soeflinger-strasse", ids);
    }

    [Fact]
    public void Beyond_the_streets_further_nodes_hang_in_the_same_streets()
    {
        Assert.Equal("muensterplatz-2", Streets.At(Streets.Count).Id);
        Assert.Equal("Münsterplatz 3", Streets.At(2 * Streets.Count).Name);
        Assert.NotEqual(Streets.At(0).LatitudeDegrees, Streets.At(Streets.Count).LatitudeDegrees);
    }

    [Fact]
    public void All_places_are_in_or_around_Ulm_and_the_same_every_time() =>
        Gen.Int[0, 10000].Sample(index =>
        {
            var place = Streets.At(index);
            Assert.Equal(place, Streets.At(index));
            Assert.InRange(place.LatitudeDegrees, 48.34, 48.44);
            Assert.InRange(place.LongitudeDegrees, 9.93, 10.05);
            Assert.InRange(place.AltitudeMetres, 460, 640);
        });

    [Fact]
    public void A_negative_number_is_no_place() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Streets.At(-1));
}
