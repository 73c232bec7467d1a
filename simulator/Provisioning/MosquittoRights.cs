using MQTTnet;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>An access control list of Mosquitto: who may write and read which topics (mosquitto.conf(5), acl_file).</summary>
internal sealed class MosquittoRights
{
    private readonly List<Rule> _rules = [];

    /// <summary>The list for a fleet. A node's user is its id: patterns say for all of them what each may do.</summary>
    public static string ForFleet { get; } = Text();

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line is none of such a list.</exception>
    public static MosquittoRights Read(string text)
    {
        MosquittoRights rights = new();
        string? user = null;
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["user", string name]:
                    user = name;
                    break;
                case ["topic", "read" or "write" or "readwrite", string topic]:
                    rights._rules.Add(new Rule(user, words[1], topic));
                    break;
                case ["pattern", "read" or "write" or "readwrite", string topic]:
                    rights._rules.Add(new Rule(null, words[1], topic));
                    break;
                default:
                    throw new FormatException($"'{line}' is no user, topic or pattern with read, write or readwrite");
            }
        }

        return rights;
    }

    /// <summary>Whether a user may publish on a topic.</summary>
    public bool MayWrite(string? user, string topic) => _rules.Any(rule => rule.Access != "read" && rule.Covers(user, topic));

    /// <summary>Whether a user may subscribe to a filter.</summary>
    public bool MayRead(string? user, string filter) => _rules.Any(rule => rule.Access != "write" && rule.Covers(user, filter));

    private static string Text()
    {
        string[] written =
        [
            "data/#", "data-rel/#", "status", "meta", "health", "commissioning",
            "black-box", "cmd-ack/#", "config/reported", "latest/#",
        ];
        string[] read = ["cmd/#", "stored", "config/desired"];
        return string.Join('\n', [
            "# A node's user is its id (%u): it writes its own topics, and reads what is for it.",
            .. written.Select(topic => $"pattern write {Broker.Root}/%u/{topic}"),
            .. read.Select(topic => $"pattern read {Broker.Root}/%u/{topic}"),
            "# For Home Assistant's discovery, if nodes have homeAssistant: any node may describe any sensor.",
            "# pattern write homeassistant/sensor/+/config",
            "",
            "# Receives everything, asks nodes, configures them.",
            $"user {Broker.Backend}",
            $"topic read {Broker.Root}/#",
            .. read.Select(topic => $"topic write {Broker.Root}/+/{topic}"),
            "",
            "# May look, and nothing else.",
            $"user {Broker.Reader}",
            .. written.Take(6).Select(topic => $"topic read {Broker.Root}/+/{topic}"),
            "",
        ]);
    }

    private sealed record Rule(string? User, string Access, string Topic)
    {
        public bool Covers(string? user, string topic) => (User is null ? user is not null : User == user)
            && MqttTopicFilterComparer.Compare(topic, Topic.Replace("%u", user, StringComparison.Ordinal))
                == MqttTopicFilterCompareResult.IsMatch
            && !topic.Split('/').Except(Topic.Split('/')).Any(level => level == "#");
    }
}
