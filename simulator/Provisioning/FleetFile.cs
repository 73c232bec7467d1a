using System.Globalization;
using UlmEdge.App.Boards;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>Reads a fleet file: a node a row. Either every row is sound, or each fault is named.</summary>
internal static class FleetFile
{
    private static readonly string[] Required =
        ["id", "place", "latitude", "longitude", "board", "port", "sensors", "broker", "credentials"];

    private static readonly string[] Optional = ["sampleSeconds", "batchSeconds", "payload"];

    // Users of the broker that are no nodes.
    private static readonly string[] Reserved = [Broker.Backend, Broker.Reader];

    /// <summary>Reads the nodes.</summary>
    /// <param name="text">The file.</param>
    /// <param name="faults">Takes what is wrong; if anything, the nodes are not to be used.</param>
    public static IReadOnlyList<FleetNode> Read(string text, List<FleetFault> faults)
    {
        if (CsvTable.Read(text, faults) is not { } table || !HasColumns(table, faults))
        {
            return [];
        }

        List<FleetNode> nodes = [];
        Dictionary<string, int> seen = [];
        for (int i = 0; i < table.Rows.Count; i++)
        {
            FleetRow row = new(table, i, faults);
            FleetNode node = Read(row);
            nodes.Add(node);
            if (node.Id.Length > 0 && !seen.TryAdd(node.Id, row.Number))
            {
                row.Complain("id", $"row {seen[node.Id]} has it already; each node needs one of its own");
            }
        }

        if (nodes.Count == 0 && faults.Count == 0)
        {
            faults.Add(new FleetFault("the file", null, "it has no nodes; a row below the names of the columns is one"));
        }

        return nodes;
    }

    private static bool HasColumns(CsvTable table, List<FleetFault> faults)
    {
        string all = string.Join(", ", [.. Required, .. Optional]);
        foreach (string column in table.Columns.Where(column => !Required.Contains(column) && !Optional.Contains(column)))
        {
            faults.Add(new FleetFault("a column", column, $"known are {all}"));
        }

        foreach (string missing in Required.Where(column => !table.Columns.Contains(column)))
        {
            faults.Add(new FleetFault("the top row", null, $"it lacks the column {missing}; needed are {string.Join(", ", Required)}"));
        }

        foreach (string twice in table.Columns.GroupBy(column => column).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            faults.Add(new FleetFault("the top row", twice, "each column can be there once"));
        }

        return faults.Count == 0;
    }

    private static FleetNode Read(FleetRow row) => new(
        row.Text(
            "id",
            id => Names.IsNodeId(id) && !Reserved.Contains(id),
            $"it must be 1 to 32 of a-z, 0-9 and hyphen, and not {string.Join(" or ", Reserved)}"),
        row.Text("place", place => place.Length is > 0 and <= 80, "it must be a name of 1 to 80 characters"),
        row.Degrees("latitude", 90),
        row.Degrees("longitude", 180),
        row.Text("board", board => BoardCatalog.ByName(board) is not null, $"it must be one of {BoardCatalog.Names}"),
        row.Text("port", IsPort, "it must be a serial port like /dev/ttyUSB0 or COM3"),
        Sensors(row),
        Brokers(row),
        row.Text("credentials", name => Names.IsNodeId(name), "it must be a name in the secrets file, 1 to 32 of a-z, 0-9 and hyphen"),
        row.Integer("sampleSeconds", Limits.SampleSecondsMin, Limits.SampleSecondsMax, 60),
        row.Integer("batchSeconds", 1, Limits.SampleSecondsMax, 300),
        row.Cell("payload").Length == 0 ? Payloads.Json : row.Text("payload", Payloads.IsKnown, $"it must be {Payloads.All}"));

    // It becomes part of a script.
    private static bool IsPort(string port) => port.Length is > 0 and <= 64
        && port.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '_' or '-');

    private static string[] Sensors(FleetRow row)
    {
        string[] known = App.SensorCatalog.All();
        string[] sensors = row.Cell("sensors").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (sensors.Length is 0 or > Limits.SensorsConfiguredMax
            || sensors.Except(known).Any() || sensors.Distinct().Count() < sensors.Length)
        {
            row.Complain("sensors", $"it must be one to {Limits.SensorsConfiguredMax} of {string.Join(", ", known)}, with spaces between");
        }

        return sensors;
    }

    private static FleetBroker[] Brokers(FleetRow row)
    {
        string[] texts = row.Cell("broker").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        FleetBroker?[] brokers = [.. texts.Select(ReadBroker)];
        if (brokers.Length is 0 or > Limits.BrokersMax || brokers.Contains(null))
        {
            row.Complain(
                "broker",
                $"it must be one to {Limits.BrokersMax} of mqtts://host, mqtts://host:port or mqtt://host, with spaces between");
            return [];
        }

        return [.. brokers.OfType<FleetBroker>()];
    }

    private static FleetBroker? ReadBroker(string text)
    {
        bool isSound = Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "mqtts" or "mqtt"
            && uri!.Host.Length is > 0 and <= 128 && uri.UserInfo.Length == 0 && uri.PathAndQuery is "" or "/"
            && uri!.Fragment.Length == 0 && uri.Port != 0
            && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 && uri.IdnHost.All(char.IsAscii);
        bool isEncrypted = isSound && uri!.Scheme == "mqtts";
        int standard = isEncrypted ? BrokerSettings.PortEncrypted : BrokerSettings.PortPlain;
        return isSound ? new FleetBroker(uri!.IdnHost, uri.Port < 0 ? standard : uri.Port, isEncrypted) : null;
    }
}
