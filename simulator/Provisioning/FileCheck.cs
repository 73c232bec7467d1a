using System.Text;
using System.Text.Json;
using UlmEdge.App.Boards;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Edge;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>Looks at a file of a fleet or of a node, whichever it is, and says what is wrong with it.</summary>
internal static class FileCheck
{
    private const int JsonDepthMax = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonDepthMax };

    /// <summary>What is wrong, a sentence each.</summary>
    /// <param name="name">The file's name; <c>.csv</c> is a fleet.</param>
    /// <param name="content">Its bytes.</param>
    public static IReadOnlyList<string> Faults(string name, byte[] content)
    {
        string text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            List<FleetFault> faults = [];
            _ = text.TrimStart().StartsWith("credentials", StringComparison.Ordinal) && text.Contains("ssid", StringComparison.Ordinal)
                ? (object)SecretsFile.Read(text, faults)
                : FleetFile.Read(text, faults);
            return [.. faults.Select(fault => fault.ToString())];
        }

        JsonElement root;
        try
        {
            root = JsonDocument.Parse(text, Strict).RootElement;
        }
        catch (JsonException error)
        {
            return [$"it is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}"];
        }

        return root.ValueKind != JsonValueKind.Object ? ["it must be a JSON object in braces"]
            : Field(root, "WirelessClient") is { } wifi ? [.. OfNetwork(root, wifi)]
            : Field(root, "files") is { } files ? [.. OfFiles(root, files)]
            : [.. OfConfiguration(content)];
    }

    private static IEnumerable<string> OfConfiguration(byte[] content)
    {
        if (content.Length > Limits.ConfigurationBytesMax)
        {
            yield return $"it has {content.Length} bytes; a node reads at most {Limits.ConfigurationBytesMax}";
            yield break;
        }

        Complaints complaints = new();
        NodeConfiguration configuration = ConfigurationReader.Read(content, content.Length, "0123456789ab", complaints);
        for (int i = 0; i < complaints.KeptCount; i++)
        {
            yield return complaints.SentenceAt(i);
        }

        foreach (string sensor in configuration.Sensors.Except(App.SensorCatalog.All()))
        {
            yield return $"sensors has \"{sensor}\"; known are {string.Join(", ", App.SensorCatalog.All())}";
        }

        if (configuration.Board is { } board && BoardCatalog.ByName(board) is null)
        {
            yield return $"board is \"{board}\"; it must be one of {BoardCatalog.Names}";
        }

        if (configuration.CertificateFile is null != configuration.KeyFile is null)
        {
            yield return "certificate and key belong together; give both or none";
        }

        foreach (string sentence in OfFitting(configuration))
        {
            yield return sentence;
        }
    }

    // What the node itself would say at its start: the firmware fits its sensors to a board that has none.
    private static IEnumerable<string> OfFitting(NodeConfiguration configuration)
    {
        BoardFacts board = BoardCatalog.ByName(configuration.Board ?? VirtualBoard.BoardName)
            ?? BoardCatalog.ByName(VirtualBoard.BoardName);
        configuration.Sensors = [.. configuration.Sensors.Where(App.SensorCatalog.All().Contains)];
        Complaints complaints = new();
        ExecutionContext.Run(
            ExecutionContext.Capture()!,
            _ =>
            {
                WorldClock world = new(0, 1);
                new RunningBoard(new VirtualBoard("check", world, new SensorSocket(new Wiring()), 1), world).Enter();
                App.Startup.Fit(configuration, board, new ConsoleLog(), complaints);
            },
            null);
        return Enumerable.Range(0, complaints.KeptCount).Select(complaints.SentenceAt);
    }

    private static IEnumerable<string> OfNetwork(JsonElement root, JsonElement wifi)
    {
        if (Text(root, "SerialPort") is null or "")
        {
            yield return "SerialPort is missing; it must be a port like /dev/ttyUSB0 or COM3";
        }

        if (wifi.ValueKind != JsonValueKind.Object)
        {
            yield return "WirelessClient must be an object in braces";
            yield break;
        }

        if (Text(wifi, "Ssid") is not { Length: > 0 and <= 32 })
        {
            yield return "WirelessClient.Ssid must be the network's name, 1 to 32 characters";
        }

        if (Text(wifi, "Password") is not ({ Length: 0 } or { Length: >= 8 and <= 64 }))
        {
            yield return "WirelessClient.Password must have 8 to 64 characters, or none for an open network";
        }

        if (Text(wifi, "ConfigurationOption") is not "AutoConnect")
        {
            yield return $"WirelessClient.ConfigurationOption is '{Text(wifi, "ConfigurationOption")}'; it must be AutoConnect, "
                + "or the node does not join the network by itself";
        }
    }

    private static IEnumerable<string> OfFiles(JsonElement root, JsonElement files)
    {
        if (Text(root, "serialport") is null or "")
        {
            yield return "serialport is missing; it must be a port like /dev/ttyUSB0 or COM3";
        }

        if (files.ValueKind != JsonValueKind.Array || files.GetArrayLength() == 0)
        {
            yield return "files must be a list in brackets, with a file at least";
            yield break;
        }

        foreach ((int index, JsonElement file) in files.EnumerateArray().Index())
        {
            string? to = file.ValueKind == JsonValueKind.Object ? Text(file, "DestinationFilePath") : null;
            if (to is null || !to.StartsWith(@"I:\", StringComparison.Ordinal) || to.Length == 3)
            {
                yield return $"files[{index}].DestinationFilePath is '{to}'; it must be a file of the node like I:\\ulmedge.json";
            }
        }
    }

    private static JsonElement? Field(JsonElement value, string name) => value.EnumerateObject()
        .Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(field => (JsonElement?)field.Value).FirstOrDefault();

    private static string? Text(JsonElement value, string name) =>
        Field(value, name) is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;
}
