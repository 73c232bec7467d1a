using System.Buffers;
using System.Text;
using System.Text.Json;
using UlmEdge.Decoder;
using UlmEdge.Simulator.Dashboard;

namespace UlmEdge.Tests.Dashboard;

/// <summary>What the page is told is what nodes have published, in its right place and no more of it than it can hold.</summary>
public sealed class ModelTests
{
    private const long Start = 1_795_291_200;

    private readonly SettableTime _time = new();
    private readonly DashboardModel _model;

    // The nodes live right now.
    public ModelTests() => _model = new DashboardModel("ulm/v1", _time, new Scene { WorldMs = () => 1000 * Start });

    [Fact]
    public void A_reading_that_comes_late_stands_in_its_place_and_says_so()
    {
        Take("data/json", Pack(10, (0, 21.3m)));
        Take("data/json", Pack(12, (120, 21.9m)));
        Take("data/json", Pack(11, (60, 21.6m)));
        JsonElement[] points = [.. Chart("temp").GetProperty("points").EnumerateArray()];
        Assert.Equal([21.3, 21.6, 21.9], points.Select(point => point[2].GetDouble()));
        Assert.Equal([0, 1, 0], points.Select(point => point[5].GetInt32()));
        Assert.Equal("late", Summary().GetProperty("state").GetString());
        _time.Now += TimeSpan.FromSeconds(31);
        Assert.Equal("online", Summary().GetProperty("state").GetString());
    }

    [Fact]
    public void A_backlog_that_comes_in_its_order_is_late_all_the_same()
    {
        DashboardModel model = new("ulm/v1", _time, new Scene { WorldMs = () => 1000 * (Start + 200) });
        foreach ((int first, int seconds) in new[] { (10, 0), (11, 60), (12, 180) })
        {
            model.Take("ulm/v1/a/data/json", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(Pack(first, (seconds, 21.3m)))));
        }

        Assert.Equal(2, model.Look(nodes => nodes["a"].LateCount)); // 200 s and 140 s old; the last one 20 s.
    }

    [Fact]
    public void A_missing_value_is_a_gap_with_its_reason_and_a_doubtful_one_a_value_with_a_flag()
    {
        Take("data/json", Pack(10, (0, 21.3m)));
        Take("data/json", Pack(11, """{"n":"temp.q","t":60,"v":2}"""));
        Take("data/json", Pack(12, """{"n":"temp","u":"Cel","t":120,"v":61},{"n":"temp.q","t":120,"v":65536}"""));
        JsonElement[] points = [.. Chart("temp").GetProperty("points").EnumerateArray()];
        Assert.Equal((JsonValueKind.Null, 2, 0), (points[1][2].ValueKind, points[1][3].GetInt32(), points[1][4].GetInt32()));
        Assert.Equal((61, 0, 1), (points[2][2].GetInt32(), points[2][3].GetInt32(), points[2][4].GetInt32()));
    }

    [Fact]
    public void Repeats_change_nothing_and_gaps_are_counted()
    {
        Take("data/json", Pack(10, (0, 21.3m)));
        Take("data/json", Pack(10, (0, 21.3m)));
        Take("data/json", Pack(13, (180, 21.3m)));
        JsonElement summary = Summary();
        Assert.Equal([2, 1, 2], new[] { "samples", "repeats", "gaps" }.Select(name => summary.GetProperty(name).GetInt32()));
    }

    [Fact]
    public void Nothing_grows_without_end()
    {
        for (int i = 0; i < 2_000; i++)
        {
            Take("data/json", Pack(i, (60 * i, 20 + (i % 7))));
        }

        Assert.Equal(720, Chart("temp").GetProperty("points").GetArrayLength());
        for (int i = 0; i < DashboardModel.NodesMax + 50; i++)
        {
            Take("status", """{"state":"online","boot":1,"conn":1}""", $"n-{i}");
        }

        Assert.Equal(DashboardModel.NodesMax, _model.Look(nodes => nodes.Count));
    }

    [Fact]
    public void What_cannot_be_read_is_counted_and_shown_nowhere()
    {
        Take("data/json", "garbage");
        Take("status", """{"state":"on"}""");
        Assert.Equal(2, _model.Faults);
        Assert.Equal(0, _model.Look(nodes => nodes.Count));
    }

    [Fact]
    public void Only_what_has_changed_is_sent_again()
    {
        Take("data/json", Pack(10, (0, 21.3m)));
        Take("data/json", Pack(10, (0, 21.3m)).Replace("ulm/v1/a/", "ulm/v1/b/"), "b");
        long since = _model.Version;
        Take("data/json", Pack(11, (60, 21.4m)));
        JsonElement street = JsonDocument.Parse(DashboardJson.Street(_model, null, true, since)).RootElement;
        Assert.Equal(2, street.GetProperty("count").GetInt32());
        Assert.Equal("a", Assert.Single(street.GetProperty("nodes").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void Both_exports_hold_what_the_chart_holds()
    {
        Take("data/json", Pack(10, (0, 21.3m), (60, 21.4m)));
        Take("data/json", Pack(12, """{"n":"temp.q","t":120,"v":2}"""));
        Assert.Equal(
            [
                "time,channel,unit,value,reasons,doubts,late", "2026-11-21T20:00:00Z,temp,Cel,21.3,,,",
                "2026-11-21T20:01:00Z,temp,Cel,21.4,,,", "2026-11-21T20:02:00Z,temp,Cel,,\"NoAnswer\",,",
            ],
            DashboardExport.Csv(_model, "a")!.TrimEnd('\n').Split('\n'));
        JsonElement[] pack = [.. JsonDocument.Parse(DashboardExport.Senml(_model, "a")!).RootElement.EnumerateArray()];
        Assert.Equal(("ulm/v1/a/", 26), (pack[0].GetProperty("bn").GetString(), pack[0].GetProperty("bver").GetInt32()));
        Assert.Equal(
            [(Start, 21.3), (Start + 60, 21.4), (Start + 120, 2)],
            pack.Select(record => (record.GetProperty("t").GetInt64(), record.GetProperty("v").GetDouble())));
        Assert.Null(DashboardExport.Csv(_model, "nobody"));
        Assert.Null(DashboardExport.Senml(_model, "nobody"));
    }

    private static string Pack(int first, params (int Seconds, decimal Value)[] rows) => Pack(
        first,
        string.Join(',', rows.Select(row =>
            FormattableString.Invariant($$"""{"n":"temp","u":"Cel","t":{{row.Seconds}},"v":{{row.Value}}}"""))),
        rows.Length);

    private static string Pack(int first, string records, int count = 1) =>
        $$"""[{"bn":"ulm/v1/a/","bt":{{Start}},"n":"batch","vs":"3.1.{{first}}.{{count}}"},{{records}}]""";

    private void Take(string part, string payload, string node = "a") =>
        _model.Take($"ulm/v1/{node}/{part}", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(payload)));

    private JsonElement Summary() => Detail().GetProperty("summary");

    private JsonElement Chart(string name) =>
        Detail().GetProperty("charts").EnumerateArray().Single(chart => chart.GetProperty("n").GetString() == name);

    private JsonElement Detail() => JsonDocument.Parse(DashboardJson.Node(_model, null, "a")!).RootElement;

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(Start + 10_000);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
