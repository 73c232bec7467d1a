using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Worlds;

/// <summary>What goes wrong in a world is drawn from its seed alone.</summary>
public sealed class FaultPlanTests
{
    private const long DayMs = 86_400_000;

    [Fact]
    public void The_same_seed_gives_the_same_plan() =>
        Assert.Equal(FaultPlan.Draw(5, 3, 2, FaultIntensity.Harsh), FaultPlan.Draw(5, 3, 2, FaultIntensity.Harsh));

    [Fact]
    public void Faults_are_in_order_numbered_and_over_when_the_days_are()
    {
        IReadOnlyList<Fault> plan = FaultPlan.Draw(8, 4, 3, FaultIntensity.Harsh);
        Assert.NotEmpty(plan);
        Assert.Equal(Enumerable.Range(0, plan.Count), plan.Select(fault => fault.Number));
        Assert.Equal(plan.OrderBy(fault => fault.StartMs), plan);
        Assert.All(plan, fault => Assert.InRange(fault.EndMs, fault.StartMs, 3 * DayMs));
        Assert.All(plan, fault => Assert.InRange(fault.Node, Fault.EveryNode, 3));
    }

    [Fact]
    public void Some_worlds_have_none_and_no_world_has_all_kinds()
    {
        IReadOnlyList<Fault>[] plans =
            [.. Enumerable.Range(0, 200).Select(seed => FaultPlan.Draw((ulong)seed, 5, 1, FaultIntensity.Usual))];
        Assert.Contains(plans, plan => plan.Count == 0);
        Assert.All(plans, plan => Assert.NotEqual(
            Enum.GetValues<FaultKind>().Length, plan.Select(fault => fault.Kind).Distinct().Count()));
        Assert.Equal(
            Enum.GetValues<FaultKind>().Order(),
            plans.SelectMany(plan => plan).Select(fault => fault.Kind).Distinct().Order());
    }

    [Fact]
    public void None_means_none() => Assert.Empty(FaultPlan.Draw(1, 5, 30, FaultIntensity.None));

    [Fact]
    public void Every_kind_has_a_habit() =>
        Assert.Equal(Enum.GetValues<FaultKind>(), FaultHabit.All.Select(habit => habit.Kind));
}
