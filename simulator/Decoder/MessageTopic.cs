using System.Diagnostics.CodeAnalysis;

namespace UlmEdge.Decoder;

/// <summary>A topic, taken apart.</summary>
/// <param name="Root">What stands before the node, e.g. <c>ulm/v1</c>.</param>
/// <param name="Node">The node's id.</param>
/// <param name="Kind">What is published there.</param>
/// <param name="Payload">How samples are written; meaningless for other messages.</param>
/// <param name="IsDated">Whether samples have dates; meaningless for other messages.</param>
/// <param name="CommandId">The command that is answered; null for other messages.</param>
public readonly record struct MessageTopic(
    string Root, string Node, MessageKind Kind, PayloadKind Payload = default, bool IsDated = true, string? CommandId = null)
{
    private static readonly string[] Published =
        ["data/+", "data-rel/+", "status", "meta", "health", "black-box", "cmd-ack/+", "commissioning", "config/reported"];

    /// <summary>What to subscribe to in order to hear everything that nodes publish (MQTT 3.1.1 section 4.7).</summary>
    /// <param name="root">What stands before the node.</param>
    public static IReadOnlyList<string> Filters(string root) => [.. Published.Select(part => $"{root}/+/{part}")];

    /// <summary>Takes a topic apart.</summary>
    /// <param name="topic">E.g. <c>ulm/v1/donau-07/data/json</c>.</param>
    /// <param name="root">What it must begin with, or null where any root will do.</param>
    /// <param name="parsed">Its parts.</param>
    /// <returns>False if it is no topic of a node below the root.</returns>
    public static bool TryParse(string topic, string? root, [NotNullWhen(true)] out MessageTopic? parsed)
    {
        parsed = null;
        if (root is not null)
        {
            if (topic.Length <= root.Length || topic[root.Length] != '/' || !topic.StartsWith(root, StringComparison.Ordinal))
            {
                return false;
            }

            int end = topic.IndexOf('/', root.Length + 1);
            if (end > root.Length + 1)
            {
                parsed = Of(root, topic[(root.Length + 1)..end], topic[(end + 1)..]);
            }

            return parsed is not null;
        }

        // The last levels say what it is, and the node stands before them.
        string[] levels = topic.Split('/');
        int levelsBehindNode =
            levels is [_, .., "data" or "data-rel" or "cmd" or "cmd-ack", _] or [.., "config", "reported" or "desired"] ? 2 : 1;
        int node = levels.Length - 1 - levelsBehindNode;
        if (node >= 1 && levels[node].Length > 0)
        {
            parsed = Of(string.Join('/', levels[..node]), levels[node], string.Join('/', levels[(node + 1)..]));
        }

        return parsed is { Kind: not MessageKind.Other };
    }

    private static MessageTopic Of(string root, string node, string rest) => rest switch
    {
        "data/json" => new(root, node, MessageKind.Data, PayloadKind.Json),
        "data/cbor" => new(root, node, MessageKind.Data, PayloadKind.Cbor),
        "data/compact" => new(root, node, MessageKind.Data, PayloadKind.Compact),
        "data-rel/json" => new(root, node, MessageKind.Data, PayloadKind.Json, false),
        "data-rel/cbor" => new(root, node, MessageKind.Data, PayloadKind.Cbor, false),
        "data-rel/compact" => new(root, node, MessageKind.Data, PayloadKind.Compact, false),
        "status" => new(root, node, MessageKind.Status),
        "meta" => new(root, node, MessageKind.Meta),
        "health" => new(root, node, MessageKind.Health),
        "black-box" => new(root, node, MessageKind.BlackBox),
        "commissioning" => new(root, node, MessageKind.Commissioning),
        "config/reported" => new(root, node, MessageKind.Configuration),
        _ when rest.StartsWith("cmd-ack/", StringComparison.Ordinal) && rest.IndexOf('/', 8) < 0 && rest.Length > 8 =>
            new(root, node, MessageKind.CommandAnswer, CommandId: rest[8..]),
        _ => new(root, node, MessageKind.Other),
    };
}
