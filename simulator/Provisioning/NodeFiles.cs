using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>The files of one node, in the formats of the firmware and of nanoff.</summary>
internal static class NodeFiles
{
    /// <summary>The certificate's name, here and in the node's flash.</summary>
    public const string CertificateName = "ca.pem";

    /// <summary>The name of the certificate of an authority that is to come.</summary>
    public const string NextCertificateName = "ca-next.pem";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the firmware reads.</summary>
    public static string Configuration(FleetNode node, string password, IReadOnlyList<string> trust)
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
        if (trust.Count > 0)
        {
            configuration["trust"] = new JsonArray([.. trust.Select(name => JsonValue.Create(name))]);
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
    public static string Files(FleetNode node, IReadOnlyList<string> trust)
    {
        string[] names = ["ulmedge.json", .. trust];
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
