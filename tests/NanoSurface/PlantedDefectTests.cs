using Xunit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Every trap is found where it is planted, and what is right is left alone.</summary>
public sealed class PlantedDefectTests
{
    [Theory]
    [MemberData(nameof(Defects))]
    public void Defect_is_found(string name)
    {
        PlantedCase planted = PlantedCases.All[name];

        List<Finding> findings = PlantedField.FindingsIn(planted).ToList();

        Assert.True(
            findings.Any(planted.IsFoundBy),
            $"{planted.Path}: {planted.Member}: [{planted.Rule}] is missing among:\n{string.Join('\n', findings)}");
    }

    [Theory]
    [MemberData(nameof(RightOnes))]
    public void What_is_right_is_left_alone(string name)
    {
        List<Finding> findings = PlantedField.FindingsIn(PlantedCases.All[name]).ToList();

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public void Every_rule_has_a_planted_defect()
    {
        IEnumerable<string?> planted = PlantedCases.All.Values.Select(item => item.Rule).Distinct();

        Assert.Empty(Inspection.Rules.Select(rule => rule.Name).Except(planted));
    }

    public static TheoryData<string> Defects() => Names(planted => planted.Rule != null);

    public static TheoryData<string> RightOnes() => Names(planted => planted.Rule == null);

    private static TheoryData<string> Names(Func<PlantedCase, bool> which) =>
        [.. PlantedCases.All.Values.Where(which).Select(planted => planted.Name)];
}
