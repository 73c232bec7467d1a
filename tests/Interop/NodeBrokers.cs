using System.Text.Json;
using System.Text.Json.Nodes;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.Interop;

/// <summary>Gives the nodes of a street that has no power yet several addresses, in turn.</summary>
internal static class NodeBrokers
{
    /// <summary>Writes each node's configuration anew.</summary>
    public static void Deal(Street street, IReadOnlyList<BrokerAddress> addresses)
    {
        foreach ((int index, StreetNode node) in street.Nodes.Index())
        {
            JsonNode configuration = JsonNode.Parse(node.Board.Flash.Read(NodeProvision.Path)!)!;
            configuration["brokers"]![0]!["port"] = addresses[index % addresses.Count].Port;
            node.Board.Flash.Commit(NodeProvision.Path, JsonSerializer.SerializeToUtf8Bytes(configuration));
        }
    }
}
