using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using UlmEdge.Benchmarks.Micro;
using UlmEdge.Benchmarks.Report;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Benchmarks.Runs;

/// <summary>What is too short for a process of its own, by BenchmarkDotNet.</summary>
internal static class MicroTables
{
    private static readonly string[] Columns = ["microseconds a batch", "bytes of garbage", "times the library's"];

    /// <summary>Writing messages.</summary>
    public static FigureTable Writing() => Table<WritingBenchmarks>(
        "writing", "A batch becomes a message",
        "Ten samples of three channels as SenML. Both write the very same bytes, which is checked before. The firmware's writers are for "
        + "nanoCLR: no spans, no garbage, a byte at a time.",
        ("SenML JSON, firmware", nameof(WritingBenchmarks.JsonByFirmware), nameof(WritingBenchmarks.JsonByLibrary)),
        ("SenML JSON, System.Text.Json", nameof(WritingBenchmarks.JsonByLibrary), nameof(WritingBenchmarks.JsonByLibrary)),
        ("SenML CBOR, firmware", nameof(WritingBenchmarks.CborByFirmware), nameof(WritingBenchmarks.CborByLibrary)),
        ("SenML CBOR, System.Formats.Cbor", nameof(WritingBenchmarks.CborByLibrary), nameof(WritingBenchmarks.CborByLibrary)));

    /// <summary>Reading messages.</summary>
    public static FigureTable Reading() => Table<ReadingBenchmarks>(
        "reading", "A message becomes samples",
        "The decoder resolves base name and times, checks the contract's rules, and joins values with their flags. The libraries beside it "
        + "only walk through the same bytes: less than any backend needs.",
        ("SenML JSON, decoder", nameof(ReadingBenchmarks.JsonByDecoder), nameof(ReadingBenchmarks.JsonByLibrary)),
        ("SenML JSON, System.Text.Json", nameof(ReadingBenchmarks.JsonByLibrary), nameof(ReadingBenchmarks.JsonByLibrary)),
        ("SenML CBOR, decoder", nameof(ReadingBenchmarks.CborByDecoder), nameof(ReadingBenchmarks.CborByLibrary)),
        ("SenML CBOR, System.Formats.Cbor", nameof(ReadingBenchmarks.CborByLibrary), nameof(ReadingBenchmarks.CborByLibrary)),
        ("compact, decoder", nameof(ReadingBenchmarks.CompactByDecoder), null));

    /// <summary>Packing for the flash.</summary>
    public static FigureTable Packing()
    {
        byte[] json = SamplePack.Message(Payloads.Json);
        PackingBenchmarks packing = new();
        FigureTable table = Table<PackingBenchmarks>(
            "packing", "A batch becomes few bytes",
            $"The batch's JSON has {json.Length} bytes, its CBOR {SamplePack.Message(Payloads.Cbor).Length}, its compact form "
            + $"{SamplePack.Message(Payloads.Compact).Length}, Brotli at quality 5 over the JSON {packing.BrotliWrites()}.",
            ("firmware's codec writes", nameof(PackingBenchmarks.CodecWrites), nameof(PackingBenchmarks.BrotliWrites)),
            ("Brotli writes", nameof(PackingBenchmarks.BrotliWrites), nameof(PackingBenchmarks.BrotliWrites)),
            ("firmware's codec reads", nameof(PackingBenchmarks.CodecReads), null));
        return table;
    }

    private static FigureTable Table<T>(string key, string title, string text, params (string What, string Method, string? Peer)[] rows)
    {
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.MediumRun.WithLaunchCount(1).WithToolchain(InProcessEmitToolchain.DontLogOutput))
            .WithArtifactsPath(Checkout.PathOf("artifacts/benchmarks"))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance);
        Summary summary = BenchmarkRunner.Run<T>(config);
        Dictionary<string, BenchmarkReport> reports = summary.Reports
            .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
        return new FigureTable(key, title, text, Columns, [.. rows.Select(row => new FigureRow(row.What,
        [
            Microseconds(row.Method), reports[row.Method].GcStats.GetBytesAllocatedPerOperation(reports[row.Method].BenchmarkCase),
            row.Peer is null ? null : Microseconds(row.Method) / Microseconds(row.Peer),
        ]))]);

        double Microseconds(string method) => (reports[method].ResultStatistics
            ?? throw new InvalidOperationException($"{method} did not run: {string.Join(' ', summary.ValidationErrors)}")).Mean / 1000;
    }
}
