using System.Net;
using System.Text.Json.Nodes;
using UlmEdge.App.Boards;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>Brings a provisioned fleet to life: virtual boards whose flash holds just the files that nanoff would write.</summary>
internal static class FleetBuilder
{
    /// <summary>The nodes, without power. The access point is the one that most of them are provisioned for.</summary>
    public static IEnumerable<StreetNode> Nodes(StreetPlan plan, WorldClock clock, EmbeddedBroker broker, Reception reception)
    {
        ProvisionedFleet fleet = plan.Fleet!;
        IWeather weather = plan.Recording ?? (IWeather)new ClimateWeather((ulong)plan.Seed);
        HashSet<WifiSecret> networks = [.. fleet.Nodes.GroupBy(node => node.Wifi.Ssid)
            .Select(group => group.GroupBy(node => node.Wifi).MaxBy(same => same.Count())!.Key)];
        int port = fleet.Certificate is null ? broker.Address.Port : broker.EncryptedPort;
        Dictionary<string, IPEndPoint> hosts = fleet.Hosts.ToDictionary(host => host, _ => new IPEndPoint(IPAddress.Loopback, port));
        return fleet.Nodes.Select((node, index) =>
        {
            Place place = Streets.At(index) with { Id = node.Id };
            ulong seed = SeededNumbers.Derive((ulong)plan.Seed, node.Id);
            NodeConfiguration told = Told(node);
            string boardName = BoardCatalog.ByName(told.Board ?? VirtualBoard.BoardName)?.Name ?? VirtualBoard.BoardName;
            SensorSocket socket = StreetBuilder.Socket(told.Sensors, boardName, seed, place, clock, weather);
            VirtualBoard board = new(node.Id, clock, socket, (int)seed);
            board.AccessPoint.Hosts = hosts;
            board.AccessPoint.KnowsBoard = networks.Contains(node.Wifi);
            foreach ((string path, byte[] content) in node.Files)
            {
                board.Flash.Commit(path, content);
            }

            return new StreetNode(place, board, reception);
        });
    }

    // What is fitted is what the node is told; what the files lack the node will say itself.
    private static NodeConfiguration Told(ProvisionedNode node)
    {
        byte[] file = node.Files.TryGetValue(NodeProvision.Path, out byte[]? content) ? content : [];
        return ConfigurationReader.Read(file, file.Length, node.Id, new Complaints());
    }
}
