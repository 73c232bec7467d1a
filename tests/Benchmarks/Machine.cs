using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using UlmEdge.Benchmarks.Report;

namespace UlmEdge.Benchmarks;

/// <summary>What the figures depend on.</summary>
internal static partial class Machine
{
    /// <summary>Findings of today, here, without a table yet.</summary>
    public static Findings Describe() => new(
        $"{Environment.ProcessorCount} shared cores of {Processor()}",
        $".NET {Environment.Version}, {RuntimeInformation.OSDescription}",
        $"MQTTnet {typeof(MQTTnet.MqttClient).Assembly.GetName().Version}, "
            + $"Mosquitto {First("/usr/sbin/mosquitto", "-h")}, Node.js {First("node", "--version")}",
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        []);

    private static string Processor()
    {
        const string Path = "/proc/cpuinfo";
        Match name = File.Exists(Path) ? ModelName().Match(File.ReadAllText(Path)) : Match.Empty;
        return name.Success ? name.Groups[1].Value : RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string First(string program, string argument)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true })!;
        Match version = Version().Match(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return version.Success ? version.Value : "of unknown version";
    }

    [GeneratedRegex(@"^model name\s*: (.+)$", RegexOptions.Multiline)]
    private static partial Regex ModelName();

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Version();
}
