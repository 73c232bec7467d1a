using System.Text.Json;

namespace UlmEdge.Tests.Tidy;

/// <summary>The filter for machines that build the board's image only, e.g. a Visual Studio that does not know .NET 10.</summary>
public class SolutionFilterTests
{
    [Fact]
    public void It_holds_just_the_projects_of_the_board()
    {
        JsonElement solution = JsonDocument.Parse(Sources.Read("UlmEdge.Firmware.slnf")).RootElement.GetProperty("solution");
        var listed = solution.GetProperty("projects").EnumerateArray().Select(project => project.GetString()!.Replace('\\', '/'));
        Assert.Equal(Sources.Below(".", "*.nfproj").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal("UlmEdge.sln", solution.GetProperty("path").GetString());
    }
}
