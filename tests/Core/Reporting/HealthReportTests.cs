using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>How a node says that it fares.</summary>
public class HealthReportTests
{
    private readonly TextBuffer _text = new(Limits.HealthBytesMax);

    [Fact]
    public void Everything_known_is_a_record()
    {
        HealthFacts facts = new()
        {
            LifetimeBoots = 421, BadBoots = 2, Stage = 1, ResetCause = 4, OwnRestarts = 3, Boot = 417, Connections = 3,
            UnixSeconds = 1_795_291_200, UptimeSeconds = 86_400, FreeHeapBytes = 84_992, LifetimeCloses = 1_000,
            FlashErases = 1_200, FlashTenthYears = 253, DutyTenThousandths = 5, CoulombsPerDay = 3_457,
            WaitingSamples = 12, OldestAgeSeconds = 700, JournalFiles = 5, FlashCloses = 300, FlashBytes = 40_000, FlashRefusals = 1,
            RadioDecibelMilliwatts = -67, AcknowledgeMeanMs = 150, AcknowledgeMaxMs = 2_300, CommandsDone = 2, CommandsRefused = 1,
            CommandsIgnored = 4, Epoch = 3, SamplesTaken = 1_440, SamplesSent = 1_400, SamplesWaiting = 2, SamplesThinned = 20,
            Summaries = 2, SamplesEvicted = 3, SamplesUnreadable = 4, SamplesNotStored = 5, SamplesUnknown = 6, SamplesLeftOut = 7,
            StoredUpTo = 1_390, MissingReadings = Missing((Absence.NotPresent, 3), (Absence.Frozen, 1)),
        };
        Write("ulm/v1/donau-07/", facts);
        Assert.Equal(
            """
            [{"bn":"ulm/v1/donau-07/","bver":26,"bt":1795291200,"n":"health","vs":"417.3"},
            {"n":"uptime","u":"s","v":86400},{"n":"boots","u":"count","v":417},{"n":"boots.all","u":"count","v":421},
            {"n":"boots.bad","u":"count","v":2},{"n":"boots.stage","v":1},{"n":"reset.cause","v":4},{"n":"restarts.own","u":"count","v":3},
            {"n":"heap.free","u":"B","v":84992},
            {"n":"queue","u":"count","v":12},{"n":"queue.age","u":"s","v":700},{"n":"journal.files","u":"count","v":5},
            {"n":"flash.closes","u":"count","v":300},{"n":"flash.bytes","u":"B","v":40000},{"n":"flash.refused","u":"count","v":1},
            {"n":"flash.life","u":"count","v":1000},{"n":"flash.erases","u":"count","v":1200},{"n":"flash.years","v":25.3},
            {"n":"duty","u":"/","v":0.0005},{"n":"charge.day","u":"C","v":3457},
            {"n":"radio","u":"dBm","v":-67},{"n":"puback.mean","u":"s","v":0.15},{"n":"puback.max","u":"s","v":2.3},
            {"n":"connections","u":"count","v":3},{"n":"cmd.done","u":"count","v":2},{"n":"cmd.refused","u":"count","v":1},
            {"n":"cmd.ignored","u":"count","v":4},{"n":"epoch","v":3},{"n":"samples.taken","u":"count","v":1440},
            {"n":"samples.sent","u":"count","v":1400},{"n":"samples.waiting","u":"count","v":2},
            {"n":"samples.thinned","u":"count","v":20},{"n":"samples.summaries","u":"count","v":2},
            {"n":"samples.evicted","u":"count","v":3},{"n":"samples.unreadable","u":"count","v":4},
            {"n":"samples.notstored","u":"count","v":5},{"n":"samples.unknown","u":"count","v":6},
            {"n":"samples.leftout","u":"count","v":7},{"n":"stored","u":"count","v":1390},
            {"n":"readings.notpresent","u":"count","v":3},{"n":"readings.frozen","u":"count","v":1}]
            """.Replace("\n", ""),
            ReportBench.TextOf(_text));
    }

    [Fact]
    public void What_is_unknown_has_no_record()
    {
        JsonElement report = Write("ulm/v1/donau-07/", Unknown());
        Assert.False(report[0].TryGetProperty("bt", out _));
        Assert.False(report[0].TryGetProperty("bver", out _));
        string[] names = NamesIn(report);
        string[] optional = ["heap.free", "queue.age", "radio", "puback.mean", "puback.max", "stored"];
        Assert.Empty(names.Intersect(optional));
        Assert.DoesNotContain(names, name => name.StartsWith("readings."));
        Assert.Equal(32, names.Length);
    }

    [Fact]
    public void Every_reason_has_a_name_of_its_own()
    {
        HealthFacts facts = Unknown();
        Absence[] reasons = [.. Enum.GetValues<Absence>().Where(reason => reason != Absence.None)];
        facts.MissingReadings = Missing([.. reasons.Select(reason => (reason, (int)reason))]);
        string[] names = [.. NamesIn(Write("ulm/v1/donau-07/", facts)).Where(name => name.StartsWith("readings."))];
        Assert.Equal(reasons.Select(reason => "readings." + reason.ToString().ToLowerInvariant()), names);
    }

    [Fact]
    public void The_largest_report_fits()
    {
        HealthFacts facts = new()
        {
            UnixSeconds = 99_999_999_999, UptimeSeconds = 99_999_999_999, OldestAgeSeconds = 99_999_999_999, FlashBytes = long.MaxValue,
            MissingReadings = [.. Enumerable.Repeat(int.MaxValue, Absences.Max + 1)],
        };
        foreach (var field in typeof(HealthFacts).GetFields().Where(field => field.FieldType == typeof(int)))
        {
            field.SetValue(facts, int.MaxValue);
        }

        facts.RadioDecibelMilliwatts = -120;
        Write(new string('r', Limits.RootCharactersMax) + "/" + new string('n', Limits.NodeIdCharactersMax) + "/", facts);
        TestContext.Current.TestOutputHelper?.WriteLine($"The largest health report has {_text.Length} bytes.");
        Assert.InRange(_text.Length, 1, Limits.HealthBytesMax);
    }

    [Fact]
    public void Any_report_is_senml_with_each_name_once() =>
        Gen.Select(ReportBench.Root, ReportBench.NodeId, Gen.Int, Gen.Bool).Sample((root, node, number, knowsRadio) =>
        {
            HealthFacts facts = Unknown();
            foreach (var field in typeof(HealthFacts).GetFields().Where(field => field.FieldType == typeof(int)))
            {
                field.SetValue(facts, number & int.MaxValue);
            }

            facts.RadioDecibelMilliwatts = knowsRadio ? -(number & 127) : int.MinValue;
            JsonElement report = Write($"{root}/{node}/", facts);
            string[] names = NamesIn(report);
            Assert.Equal($"{root}/{node}/", report[0].GetProperty("bn").GetString());
            Assert.Equal(knowsRadio, report[0].TryGetProperty("bver", out JsonElement version) && version.GetInt32() == 26);
            Assert.Equal(knowsRadio, names.Contains("radio"));
            Assert.Equal(names.Distinct(), names);
            Assert.All(report.EnumerateArray().Skip(1), record => Assert.True(record.TryGetProperty("v", out _)));
        }, iter: 1_000, threads: 1);

    private static HealthFacts Unknown() => new()
    {
        Boot = 1, FreeHeapBytes = int.MinValue, RadioDecibelMilliwatts = int.MinValue, OldestAgeSeconds = -1,
        AcknowledgeMeanMs = -1, AcknowledgeMaxMs = -1, MissingReadings = Missing(),
    };

    private static int[] Missing(params (Absence Reason, int Count)[] some)
    {
        int[] missing = new int[Absences.Max + 1];
        foreach ((Absence reason, int count) in some)
        {
            missing[(int)reason] = count;
        }

        return missing;
    }

    private static string[] NamesIn(JsonElement report) =>
        [.. report.EnumerateArray().Skip(1).Select(record => record.GetProperty("n").GetString()!)];

    private JsonElement Write(string baseName, HealthFacts facts)
    {
        new HealthReport(baseName).Write(facts, _text);
        return ReportBench.Parse(_text);
    }
}
