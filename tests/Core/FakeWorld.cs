using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>All ports of a node in one place, under the test's control; time passes when the test says so.</summary>
internal sealed class FakeWorld : IClock, INetworkLink, IFileStore, IIndicator, IEntropy, IBoardHealth, IPower, IEventLog
{
    public FakeWorld()
    {
        Ports = new NodePorts
        {
            Clock = this, Link = this, Broker = Broker, Store = this, Indicator = this, Entropy = this, Health = this, Power = this,
            Log = this,
        };
    }

    private bool _isOff;

    public NodePorts Ports { get; }

    public FakeBroker Broker { get; } = new();

    public FakeSensor Sensor { get; } = new();

    public Dictionary<string, byte[]> Files { get; } = [];

    public List<(NodeEvent What, int Detail)> Events { get; } = [];

    public NodeConfiguration Configuration { get; } = new("0123456789ab")
    {
        NodeId = "donau-07",
        Brokers = [new BrokerSettings { Host = "broker", IsEncrypted = false }],
    };

    public long UptimeMs { get; private set; }

    public bool ClockIsSet { get; set; } = true;

    public long BootUnixMs { get; set; } = 1_795_291_200_000;

    public bool IsUp { get; set; } = true;

    public bool FlashIsBroken { get; set; }

    /// <summary>The change of the flash, and the event, at which memory runs out, counted from 0; and how often it did.</summary>
    public int ThrowsAtChange { get; set; } = -1;

    /// <summary>The same, but when the change was made.</summary>
    public int ThrowsAfterChange { get; set; } = -1;

    public int ThrowsAtEvent { get; set; } = -1;

    public int Throws { get; private set; }

    public int Changes { get; private set; }

    /// <summary>What chance yields next, if that is below the limit.</summary>
    public int NextEntropy { get; set; } = int.MaxValue;

    public int FreeHeapBytes { get; set; } = 85_000;

    public int RadioDecibelMilliwatts { get; set; } = int.MinValue;

    public int Joins { get; private set; }

    /// <summary>How often the node has restarted itself.</summary>
    public int Restarts { get; private set; }

    /// <summary>The last time that the node took for past without knowing the true one.</summary>
    public long AssumedUnixSeconds { get; private set; }

    public int Switches { get; private set; }

    void IPower.Reboot()
    {
        Restarts++;
        _isOff = true;
    }

    void IClock.Assume(long unixSeconds) => AssumedUnixSeconds = unixSeconds;

    public Node NewNode() => new(Configuration, Ports, [Sensor]);

    /// <summary>Cuts the power and boots: uptime begins anew, the time of day goes on.</summary>
    public Node Reboot()
    {
        PowerCut();
        return NewNode();
    }

    /// <summary>Cuts the power.</summary>
    public void PowerCut()
    {
        BootUnixMs += UptimeMs;
        UptimeMs = 0;
        _isOff = false;
    }

    /// <summary>Lets time pass without a tick.</summary>
    public void PassTo(long uptimeMs) => UptimeMs = uptimeMs;

    /// <summary>Runs the node's loop for a while; it ends when the node restarts itself.</summary>
    public void Run(Node node, long milliseconds)
    {
        long endMs = UptimeMs + milliseconds;
        while (UptimeMs < endMs && !_isOff)
        {
            long wakeMs = node.Tick(UptimeMs);
            Assert.True(wakeMs > UptimeMs);
            UptimeMs = Math.Min(wakeMs, endMs);
        }
    }

    bool IClock.TryGetUnixMs(out long unixMs)
    {
        unixMs = BootUnixMs + UptimeMs;
        return ClockIsSet;
    }

    void INetworkLink.Join() => Joins++;

    StoreResult IFileStore.Read(string name, byte[] buffer, out int length)
    {
        length = 0;
        if (!Files.TryGetValue(name, out byte[]? content))
        {
            return StoreResult.Missing;
        }

        if (content.Length > buffer.Length)
        {
            return StoreResult.TooLarge;
        }

        content.CopyTo(buffer, 0);
        length = content.Length;
        return StoreResult.Done;
    }

    StoreResult IFileStore.Write(string name, byte[] content, int length)
    {
        if (Refuses())
        {
            return StoreResult.Failed;
        }

        Files[name] = content[..length];
        ThrowIf(Changes - 1 == ThrowsAfterChange);
        return StoreResult.Done;
    }

    StoreResult IFileStore.ReadAt(string name, int position, byte[] buffer, out int length)
    {
        length = 0;
        if (!Files.TryGetValue(name, out byte[]? content))
        {
            return StoreResult.Missing;
        }

        length = Math.Clamp(content.Length - position, 0, buffer.Length);
        Array.Copy(content, Math.Min(position, content.Length), buffer, 0, length);
        return StoreResult.Done;
    }

    StoreResult IFileStore.Append(string name, byte[] content, int length)
    {
        if (Refuses())
        {
            return StoreResult.Failed;
        }

        Files[name] = [.. Files.GetValueOrDefault(name, []), .. content[..length]];
        ThrowIf(Changes - 1 == ThrowsAfterChange);
        return StoreResult.Done;
    }

    StoreResult IFileStore.Delete(string name)
    {
        Files.Remove(name);
        return FlashIsBroken ? StoreResult.Failed : StoreResult.Done;
    }

    string[] IFileStore.List() => [.. Files.Keys];

    void IIndicator.Set(bool lit) => Switches++;

    int IEntropy.Next(int limit) => Math.Min(NextEntropy, limit - 1);

    void IEventLog.Record(NodeEvent what, int detail)
    {
        ThrowIf(Events.Count == ThrowsAtEvent);
        Events.Add((what, detail));
    }

    private bool Refuses()
    {
        ThrowIf(Changes++ == ThrowsAtChange);
        return FlashIsBroken;
    }

    private void ThrowIf(bool isOut)
    {
        if (isOut)
        {
            Throws++;
            ThrowsAtEvent = -1;
            throw new OutOfMemoryException();
        }
    }
}
