using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>The files of one node, in the formats of the firmware and of nanoff.</summary>
internal static class NodeFiles
{
    /// <summary>The certificate's name, here and in the node's flash.</summary>
    public const string CertificateName = "ca.pem";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the firmware reads.</summary>
    public static string Configuration(FleetNode node, string password)
    {
        JsonArray brokers = [];
        foreach (FleetBroker broker in node.Brokers)
        {
            brokers.Add(new JsonObject
            {
                ["host"] = broker.Host, ["port"] = broker.Port, ["tls"] = broker.IsEncrypted, ["user"] = node.Id, ["password"] = password,
            });
        }

        JsonObject configuration = new()
        {
            ["node"] = node.Id,
            ["root"] = Broker.Root,
            ["board"] = node.Board,
            ["brokers"] = brokers,
            ["sensors"] = new JsonArray([.. node.Sensors.Select(sensor => JsonValue.Create(sensor))]),
            ["sampleSeconds"] = node.SampleSeconds,
            ["batchSeconds"] = node.BatchSeconds,
            ["payload"] = node.Payload,
        };
        if (node.Brokers.Any(broker => broker.IsEncrypted))
        {
            configuration["trust"] = new JsonArray(CertificateName);
        }

        return Text(configuration);
    }

    /// <summary>What nanoff writes into the network configuration (--networkdeployment).</summary>
    public static string Network(FleetNode node, WifiSecret wifi) => Text(new JsonObject
    {
        ["SerialPort"] = node.Port,
        ["WirelessClient"] = new JsonObject
        {
            ["Ssid"] = wifi.Ssid,
            ["Password"] = wifi.Password,
            ["Authentication"] = wifi.Password.Length == 0 ? "Open" : "WPA2",
            ["Encryption"] = wifi.Password.Length == 0 ? "None" : "WPA2",
            ["ConfigurationOption"] = "AutoConnect",
            ["DhcpEnabled"] = true,
            ["AutomaticDNS"] = true,
        },
    });

    /// <summary>What nanoff copies into the node's flash (--filedeployment).</summary>
    public static string Files(FleetNode node)
    {
        string[] names = node.Brokers.Any(broker => broker.IsEncrypted) ? ["ulmedge.json", CertificateName] : ["ulmedge.json"];
        return Text(new JsonObject
        {
            ["serialport"] = node.Port,
            ["files"] = new JsonArray([.. names.Select(name => new JsonObject
            {
                ["DestinationFilePath"] = $@"I:\{name}", ["SourceFilePath"] = name,
            })]),
        });
    }

    private static string Text(JsonObject value) => value.ToJsonString(Indented) + "\n";
}
