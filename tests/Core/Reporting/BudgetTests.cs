using UlmEdge.Core.Reporting;

namespace UlmEdge.Tests.Core.Reporting;

/// <summary>The models of wear and energy, by the examples of their document.</summary>
public class BudgetTests
{
    private const int DaySeconds = 86_400;

    [Fact]
    public void A_new_flash_at_the_budget_lasts_for_25_years()
    {
        Assert.Equal(253, WearModel.TenthYearsLeft(0, 12 * 24, DaySeconds));
        Assert.Equal(253, WearModel.TenthYearsLeft(0, 3, 60)); // Too young to have a rate.
    }

    [Fact]
    public void Half_worn_is_half_the_time_and_worn_is_none()
    {
        Assert.Equal(126, WearModel.TenthYearsLeft(1_333_333, 12 * 24, DaySeconds));
        Assert.Equal(0, WearModel.TenthYearsLeft(2_700_000, 12 * 24, DaySeconds));
        Assert.Equal(0, WearModel.TenthYearsLeft(int.MaxValue, int.MaxValue, 1));
    }

    [Fact]
    public void A_flash_that_is_hardly_used_lasts_as_long_as_can_be_said() =>
        Assert.Equal(9999, WearModel.TenthYearsLeft(0, 1, 30L * DaySeconds));

    [Fact]
    public void A_day_at_the_defaults_is_3457_coulombs()
    {
        Assert.Equal(3457, EnergyModel.CoulombsPerDay(288, DaySeconds));
        Assert.Equal(4, EnergyModel.DutyTenThousandths(288, 1440, DaySeconds));
    }

    [Fact]
    public void A_boot_that_has_just_begun_divides_by_nothing()
    {
        Assert.Equal((3456, 0), (EnergyModel.CoulombsPerDay(5, 0), EnergyModel.DutyTenThousandths(5, 5, 0)));
        Assert.Equal(10_000, EnergyModel.DutyTenThousandths(int.MaxValue, int.MaxValue, 1));
        Assert.InRange(EnergyModel.CoulombsPerDay(int.MaxValue, 1), 0, int.MaxValue);
    }
}
