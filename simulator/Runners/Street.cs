using System.Diagnostics;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>A street: its nodes, their weather, the broker, and an independent subscriber behind it.</summary>
public sealed class Street : IAsyncDisposable
{
    private static readonly TimeSpan DrainPause = TimeSpan.FromMilliseconds(20);

    // How long nothing at all may move before waiting for the rest makes no sense.
    private static readonly TimeSpan PatienceReachable = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceUnreachable = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PatienceOfNodes = TimeSpan.FromSeconds(240);

    private readonly List<StreetNode> _nodes;
    private bool _isOff;

    private Street(StreetPlan plan, EmbeddedBroker? broker)
    {
        Plan = plan;
        Broker = broker;
        BrokerAddress = plan.Broker ?? AddressOf(plan, broker!);
        Relay = plan.Chaos && broker is not null ? new BrokerRelay(broker.Address) : null;
        Subscriber = new Subscriber(BrokerAddress, plan.Root);
        Clock = new WorldClock(StreetBuilder.StartUnixMs(plan), plan.Speed);
        _nodes = [.. plan.Fleet is null
            ? StreetBuilder.Nodes(plan, Clock, Relay?.Address ?? BrokerAddress, Subscriber.Reception)
            : FleetBuilder.Nodes(plan, Clock, broker!, Subscriber.Reception)];
    }

    /// <summary>What it is like.</summary>
    public StreetPlan Plan { get; }

    /// <summary>Its time.</summary>
    public WorldClock Clock { get; }

    /// <summary>The embedded broker, or null when there is an external one.</summary>
    public EmbeddedBroker? Broker { get; }

    /// <summary>What stands before the embedded broker and can spoil its answers; null unless there is to be chaos.</summary>
    public BrokerRelay? Relay { get; }

    /// <summary>Where the broker is.</summary>
    public BrokerAddress BrokerAddress { get; }

    /// <summary>The independent subscriber.</summary>
    public Subscriber Subscriber { get; }

    /// <summary>Whether somebody did something to it by hand: then nodes may be in the middle of a long wait, as after chaos.</summary>
    public bool HasSuffered { get; set; }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<StreetNode> Nodes => _nodes;

    /// <summary>Builds a street and brings broker and subscriber up; the nodes have no power yet.</summary>
    /// <exception cref="WrongInputException">The port is taken, or the broker refuses user and password.</exception>
    public static async Task<Street> OpenAsync(StreetPlan plan, CancellationToken token)
    {
        EmbeddedBroker? broker = plan.Broker is null ? await BrokerSetup.StartEmbeddedAsync(plan) : null;
        Street street = new(plan, broker);
        try
        {
            await BrokerSetup.ConnectAsync(street.Subscriber, street.BrokerAddress, token);
            return street;
        }
        catch
        {
            await street.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the street's time and switches the nodes on.</summary>
    public void SwitchOn()
    {
        _nodes.ForEach(node => node.Board.AccessPoint.NameAsked = Subscriber.ConnectFirst);
        Clock.Start();
        _nodes.ForEach(node => node.Board.PowerOn());
    }

    /// <summary>Accounts for all samples.</summary>
    public StreetTally Tally() => _nodes.Aggregate(StreetTally.Empty, (sum, node) => sum + node.Tally());

    /// <summary>Ends all measuring, and waits for what was taken to arrive as long as there is any progress.</summary>
    public async Task DrainAsync(CancellationToken token)
    {
        foreach (StreetNode node in _nodes)
        {
            node.Stop();
        }

        await DrainOnceAsync(token);
        StreetNode[] inMemory = [.. _nodes.Where(node => node.WantsReboot)];
        if (inMemory.Length > 0)
        {
            // What the flash held when it was given up is sent after the next boot.
            Array.ForEach(inMemory, node => node.PowerCycle());
            await DrainOnceAsync(token);
        }
    }

    private async Task DrainOnceAsync(CancellationToken token)
    {
        Stopwatch sinceProgress = Stopwatch.StartNew();
        StreetTally before = Tally();
        while (!HasArrived() && sinceProgress.Elapsed < Patience && !token.IsCancellationRequested)
        {
            await Task.Delay(DrainPause, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            StreetTally now = Tally();
            if (now != before)
            {
                sinceProgress.Restart();
            }

            before = now;
        }
    }

    /// <summary>Switches all boards off; the account stays.</summary>
    public void SwitchOff()
    {
        if (_isOff)
        {
            return;
        }

        _isOff = true;
        _nodes.ForEach(node => node.Board.CutPower());
        foreach (StreetNode node in _nodes)
        {
            node.Board.AwaitOff();
            node.LookFinally();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        SwitchOff();
        await Subscriber.DisposeAsync();
        if (Relay is not null)
        {
            await Relay.DisposeAsync();
        }

        if (Broker is not null)
        {
            await Broker.DisposeAsync();
        }
    }

    // After chaos a node may be in the middle of its longest wait: for a retry, or for an answer that is lost.
    private TimeSpan Patience => !Subscriber.IsConnected ? PatienceUnreachable
        : !Plan.Chaos && !HasSuffered ? PatienceReachable
        : _nodes.TrueForAll(node => node.IsDrained) ? PatienceUnreachable
        : PatienceReachable + (PatienceOfNodes / Plan.Speed);

    private static BrokerAddress AddressOf(StreetPlan plan, EmbeddedBroker broker) => plan.Fleet is { } fleet
        ? broker.Address with { User = Provisioning.Broker.Backend, Password = fleet.BackendPassword }
        : broker.Address;

    // In this order: what still waits is not lost. Acknowledgements say less: after a power cut a node gets some a second time.
    private bool HasArrived() => _nodes.TrueForAll(node => node.IsDrained) && Tally().Lost == 0;
}
