using UlmEdge.Core;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>One node of a street: a place, a board, and the boots of its firmware one after another.</summary>
public sealed class StreetNode
{
    private readonly Reception _reception;
    private readonly List<NodeLife> _lives = [];
    private volatile bool _isStopping;
    private volatile bool _isFinal;

    /// <summary>A node without power.</summary>
    public StreetNode(Place place, VirtualBoard board, Reception reception)
    {
        Place = place;
        Board = board;
        _reception = reception;
        board.Booted += TakeBoot;
    }

    /// <summary>Where it hangs.</summary>
    public Place Place { get; }

    /// <summary>Its id.</summary>
    public string Id => Place.Id;

    /// <summary>Its board.</summary>
    public VirtualBoard Board { get; }

    /// <summary>The last look at the running firmware; null before its first boot.</summary>
    public NodeView? View => CurrentLife?.View;

    /// <summary>Whether nothing more will come: stopped and all acknowledged, or crashed.</summary>
    public bool IsDrained => Board.Crash is not null || (CurrentLife is { IsOver: false } life && life.View.IsDrained);

    private NodeLife? CurrentLife
    {
        get
        {
            lock (_lives)
            {
                return _lives.LastOrDefault();
            }
        }
    }

    /// <summary>Takes the power away; samples of the open batch are lost.</summary>
    public void CutPower()
    {
        Board.CutPower();
        Board.AwaitOff();
        CurrentLife?.End();
    }

    /// <summary>Takes the power away and gives it back.</summary>
    public void PowerCycle()
    {
        CutPower();
        Board.PowerOn();
    }

    /// <summary>Whether it has sent everything that is in memory, and more waits in a flash that it gave up until its next boot.</summary>
    public bool WantsReboot => CurrentLife is { IsOver: false, View: { IsInMemory: true, IsDrained: true } };

    /// <summary>Tells the node to stop measuring, now and after every later boot; it still sends what it has.</summary>
    public void Stop()
    {
        _isStopping = true;
        CurrentLife?.Stop();
    }

    /// <summary>Looks at the node for the last time, when its thread has ended with the run.</summary>
    public void LookFinally()
    {
        CurrentLife?.Look();
        _isFinal = true;
    }

    /// <summary>Accounts for all samples of all boots.</summary>
    public StreetTally Tally()
    {
        lock (_lives)
        {
            return _isFinal
                ? new FinalTally(Id, _lives, _reception).Sum()
                : LifeTally.Of(Id, _lives, _reception);
        }
    }

    private void TakeBoot(RunningBoard board, Node node)
    {
        _reception.Expect(Id, node.Epoch);
        NodeLife life = new(node, epoch => _reception.Expect(Id, epoch));
        lock (_lives)
        {
            // A reboot that the firmware itself asked for: its last loop has ended on this very thread.
            if (_lives.LastOrDefault() is { IsOver: false } before)
            {
                before.End();
            }

            _lives.Add(life);
        }

        board.Resting += life.Look;
        if (_isStopping)
        {
            node.Stop();
        }
    }
}
