using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>firmware/SIZES.md says what the code weighs, and it keeps within its budget.</summary>
public sealed partial class SizesTests
{
    private const string Table = "firmware/SIZES.md";
    private const int BudgetBytes = 120 * 1024;
    private const int FileBytesMax = 195 * 1024;

    // What is left must do for whatever a newer compiler makes more of the same sources.
    private const int TableShareMax = AssemblySize.TableBytesMax / 10 * 9;

    // A folder may grow or shrink by so much before the table is out of date.
    private const double Share = 0.10;
    private const int SlackBytes = 200;

    private const string Head =
        """
        # What the firmware's code weighs

        Bytes of IL by folder, as the compiler for the board makes them (C# 9, optimised), without `devices/Template`, which no board
        has. Written by `ULMEDGE_WRITE_TABLES=1 dotnet test --project tests -- --filter-class "*SizesTests"`; a test says when a folder
        has become a tenth smaller or larger than it says here.

        | folder | methods | IL bytes |
        |---|---|---|

        """;

    private const string AssembliesHead =
        """
        ## By assembly

        The platform's metadata processor makes `.pe` files of it, which the desk cannot. In them tokens have two bytes in place of
        four, and offsets into code and into strings have 16 bits: **an assembly holds 65,535 bytes of code at most**, or it is
        refused. That is why `firmware/Core` is two projects, and why a test fails long before.

        | assembly | bytes of code | bytes of strings | the file, estimated |
        |---|---|---|---|

        """;

    private const string Foot =
        """
        The files are estimated by adding up what else a `.pe` is known to hold: a record for each type (24 bytes), method (16), field (8)
        and reference (8), every name and literal once, and signatures. Held once against what the processor itself made of the same
        sources (metadata-processor 3.0.100), the code was right to the byte, and the files to one part in a hundred, but for
        the smallest. The budget of 120 kB holds for the code. **The files are more than that**: who means them by the budget has to do
        without some bindings, whose folders can be left out of the project one by one. It says nothing of the platform's own
        assemblies.

        ## In memory

        Measured once, on 2026-11-27, by the platform's own CLR, built for 32 bits on a desk (nf-interpreter of July 2026; heap blocks of
        12 bytes, as on an ESP32), with everything loaded and a node of the default configuration with one sensor, without an MQTT
        client. An ESP32 without PSRAM has 90 to 111 kB for all of it.

        | | bytes |
        |---|---|
        | tables of the 34 assemblies, our own five: 11,800 | 34,900 |
        | those of the program that measures | 600 |
        | the CLR itself | 6,900 |
        | a node, with what it holds in its world of fakes | 41,800 |
        | free after two hours, of 111,000 | 25,500 |
        | free after two hours, of 100,000 | 14,500 |

        The MQTT client with its threads, and each message under way twice, come out of what is free. That a node holds no more, and
        does not grow, is a test on the desk (`MemoryTests`).

        """;

    private static readonly Lazy<CodeSizes> Sizes = new(CodeSizes.OfFirmware);

    [Fact]
    public void The_code_keeps_within_its_budget_and_the_files_do_not_grow_unnoticed()
    {
        int code = Sizes.Value.Assemblies.Sum(assembly => assembly.CodeBytes);
        Assert.InRange(code, 40 * 1024, BudgetBytes);
        Assert.InRange(Sizes.Value.Assemblies.Sum(assembly => assembly.FileBytes), code, FileBytesMax);
    }

    [Fact]
    public void Each_assembly_is_one_that_the_metadata_processor_takes() => Assert.All(Sizes.Value.Assemblies, assembly =>
    {
        Assert.InRange(assembly.CodeBytes, 1, TableShareMax);
        Assert.InRange(assembly.StringBytes, 1, TableShareMax);
    });

    [Fact]
    public void The_table_is_not_out_of_date()
    {
        if (Environment.GetEnvironmentVariable("ULMEDGE_WRITE_TABLES") == "1")
        {
            File.WriteAllText(Checkout.PathOf(Table), Text(Sizes.Value));
        }

        Dictionary<string, int> told = Row().Matches(File.ReadAllText(Checkout.PathOf(Table)))
            .ToDictionary(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].Value.Replace(",", ""), CultureInfo.InvariantCulture));
        Assert.Equal(Sizes.Value.Folders.Keys, told.Keys.Order(StringComparer.Ordinal));
        Assert.All(Sizes.Value.Folders, folder => Assert.InRange(
            told[folder.Key], (folder.Value.Bytes * (1 - Share)) - SlackBytes, (folder.Value.Bytes * (1 + Share)) + SlackBytes));
    }

    private static string Text(CodeSizes sizes)
    {
        StringBuilder text = new(Head);
        foreach ((string folder, (int methods, int bytes)) in sizes.Folders)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{folder}` | {methods} | {bytes:N0} |\n");
        }

        (int allMethods, int allBytes) = (sizes.Folders.Values.Sum(each => each.Methods), sizes.Folders.Values.Sum(each => each.Bytes));
        text.Append(CultureInfo.InvariantCulture, $"| all | {allMethods} | {allBytes:N0} |\n\n");
        text.Append(AssembliesHead);
        foreach (AssemblySize assembly in sizes.Assemblies)
        {
            text.Append(Row(assembly));
        }

        text.Append(Row(new AssemblySize(
            "all",
            sizes.Assemblies.Sum(assembly => assembly.CodeBytes),
            sizes.Assemblies.Sum(assembly => assembly.StringBytes),
            sizes.Assemblies.Sum(assembly => assembly.FileBytes)))).Append('\n').Append(Foot);
        return text.ToString();
    }

    private static string Row(AssemblySize assembly) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {assembly.Name} | {assembly.CodeBytes:N0} | {assembly.StringBytes:N0} | {assembly.FileBytes:N0} |\n");

    [GeneratedRegex(@"^\| `([^`]+)` \| [0-9]+ \| ([0-9,]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
