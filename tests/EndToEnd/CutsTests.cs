namespace UlmEdge.Tests.EndToEnd;

/// <summary>The verb <c>cuts</c>: what it says, and with which exit code it ends.</summary>
public sealed class CutsTests
{
    [Fact]
    public async Task Power_cuts_lose_nothing()
    {
        ProgramRun run = await ProgramRun.OfAsync("cuts --ops 40 --depth 2 --seeds 1..4 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
        Assert.True(run.Number("cuts") > 5_000, run.ToString());
    }

    [Fact]
    public async Task The_last_line_is_the_promised_JSON_object()
    {
        ProgramRun run = await ProgramRun.OfAsync("cuts --ops 5 --depth 1 --seeds 3 --json");
        Assert.Equal(
            "command cuts lost perSecond",
            string.Join(' ', run.Json.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("cuts", run.Json.GetProperty("command").GetString());
    }

    [Fact]
    public async Task A_seed_is_the_same_life_every_time()
    {
        string first = (await ProgramRun.OfAsync("cuts --ops 60 --depth 1 --seeds 7")).Output[1];
        Assert.Equal(first, (await ProgramRun.OfAsync("cuts --ops 60 --depth 1 --seeds 7")).Output[1]);
    }

    [Fact]
    public async Task One_operation_can_be_cut_alone()
    {
        ProgramRun run = await ProgramRun.OfAsync("cuts --ops 60 --depth 1 --seeds 7 --only 3 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.InRange(run.Number("cuts"), 2, 5);
    }

    [Fact]
    public async Task Being_asked_to_stop_ends_it_cleanly_with_what_was_done()
    {
        ProgramRun run = await ProgramRun.StoppedAfterAsync(TimeSpan.FromSeconds(1), "cuts --ops 10000 --seeds 1..1000 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
    }

    [Theory]
    [InlineData("cuts --ops 0", "--ops")]
    [InlineData("cuts --depth 3", "--depth")]
    [InlineData("cuts --seeds x", "--seeds")]
    [InlineData("cuts --only -2", "--only")]
    public async Task Wrong_input_is_answered_by_one_sentence(string arguments, string name)
    {
        Assert.Contains(name, WrongInputTests.AssertOneSentence(await ProgramRun.OfAsync(arguments)));
    }
}
