namespace UlmEdge.Tests.EndToEnd;

/// <summary>The verb <c>damage</c>: what it says, and with which exit code it ends.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task Damaged_journals_neither_stop_a_node_nor_cost_it_what_is_sound()
    {
        ProgramRun run = await ProgramRun.OfAsync("damage --journals 4096 --seed 11 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(4096, run.Number("journals"));
        Assert.Equal(0, run.Number("escaped"));
        Assert.Equal(0, run.Number("lost"));
    }

    [Fact]
    public async Task The_last_line_is_the_promised_JSON_object()
    {
        ProgramRun run = await ProgramRun.OfAsync("damage --journals 1 --json");
        Assert.Equal(
            "command journals escaped lost perSecond",
            string.Join(' ', run.Json.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("damage", run.Json.GetProperty("command").GetString());
    }

    [Fact]
    public async Task One_journal_can_be_damaged_alone()
    {
        ProgramRun run = await ProgramRun.OfAsync("damage --seed 3 --only 208 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(1, run.Number("journals"));
    }

    [Fact]
    public async Task Being_asked_to_stop_ends_it_cleanly_with_what_was_done()
    {
        ProgramRun run = await ProgramRun.StoppedAfterAsync(TimeSpan.FromSeconds(1), "damage --journals 100000000 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
    }

    [Theory]
    [InlineData("damage --journals 0", "--journals")]
    [InlineData("damage --seed x", "--seed")]
    [InlineData("damage --only 512", "--only")]
    public async Task Wrong_input_is_answered_by_one_sentence(string arguments, string name)
    {
        Assert.Contains(name, WrongInputTests.AssertOneSentence(await ProgramRun.OfAsync(arguments)));
    }
}
