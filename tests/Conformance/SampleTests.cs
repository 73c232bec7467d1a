using System.Reflection;
using UlmEdge.Devices.Samples;
using UlmEdge.Devices.Tmp117.Samples;
using UlmEdge.Ports;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Conformance;

/// <summary>The samples, each a binding alone on a board, print what their virtual chips deliver. A new one needs no row here.</summary>
public sealed class SampleTests
{
    private const int Rounds = 8; // Enough for what warms up.

    private static readonly Type[] All = [.. typeof(SensorPrinter).Assembly.GetTypes().Where(
        type => type.Name.EndsWith("Sample", StringComparison.Ordinal) && type.Namespace!.StartsWith("UlmEdge.Devices."))];

    public static TheoryData<string> Names() => [.. All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_prints_every_value_of_its_chip(string name)
    {
        Type sample = All.Single(type => type.Name == name);
        SensorBench bench = ChipCase.All.Select(chip => new SensorBench(chip)).First(
            bench => bench.Sensor.GetType().Namespace + ".Samples" == sample.Namespace && Print(sample, bench));
        Quantity[] quantities = bench.Sensor.Quantities;
        Assert.Equal(Rounds * quantities.Length, bench.Printed.Count);
        Assert.All(bench.Printed.TakeLast(quantities.Length), line => Assert.Matches(@"^\w+, [A-Za-z].*: -?\d+$", line));
        Assert.Equal(quantities.Length, bench.Printed.Select(line => line.Split(": ")[0]).Distinct().Count());
    }

    [Fact]
    public void Without_a_chip_it_prints_reasons()
    {
        SensorBench bench = new(ChipCase.All.First(each => each.Name == "tmp117"));
        bench.Bus.Detach(0x48);
        Tmp117Sample.Printer().PrintOnce();
        Assert.Equal(
            ["tmp117, temperature in 0.01 degrees Celsius: none, reason 1 of firmware/Ports/Absence.cs"], bench.Printed);
    }

    [Fact]
    public void Every_binding_has_one()
    {
        string[] folders = [.. Checkout.Files("devices", "*Sensor.cs").Select(path => path.Split('/')[1]).Distinct()];
        string[] sampled = [.. All.Select(type => type.Namespace!.Split('.')[2]).Distinct()];
        Assert.Equal(folders.Except(["Particulates"]).Order(), sampled.Order());
    }

    // Whether it is this chip's: one namespace can have bindings for several. The bench is where whoever asks has just been.
    private static bool Print(Type sample, SensorBench bench)
    {
        SensorPrinter printer = (SensorPrinter)sample.GetMethod("Printer", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
        for (int i = 0; i < Rounds; i++)
        {
            printer.PrintOnce();
            bench.Pass(60_000);
        }

        return bench.Printed[0].StartsWith($"{bench.Sensor.Name},", StringComparison.Ordinal);
    }
}
