using System.Net;
using System.Text;
using UlmEdge.Core;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>One virtual board with the whole firmware, whose broker's name leads to a port of this machine.</summary>
internal sealed class EncryptedNode : IDisposable
{
    public const string Broker = "broker.street.example";

    private const double Speed = 20;
    private volatile Node? _node;

    /// <summary>A board without power.</summary>
    /// <param name="fields">Fields of ulmedge.json beyond id and broker, as JSON, with a comma before.</param>
    /// <param name="port">Where the broker listens in truth.</param>
    public EncryptedNode(int port, string fields = "")
    {
        WorldClock world = new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Speed);
        IWeather weather = new ClimateWeather(1);
        Place place = Streets.At(0);
        VirtualBme280 sensor = new(FactoryCalibration.Draw(1), us => weather.At(place, world.StartUnixMs + (us / 1000)));
        Board = new VirtualBoard("node", world, new SensorSocket(sensor), 1);
        Board.AccessPoint.Hosts = new Dictionary<string, IPEndPoint> { [Broker] = new(IPAddress.Loopback, port) };
        Board.Debug.Written += line =>
        {
            lock (Lines)
            {
                Lines.Add(line);
            }
        };
        Board.Booted += (_, node) => _node = node;
        Put("ulmedge.json", $$"""{"node":"donau-07","board":"esp32-devkit","broker":{"host":"{{Broker}}"}{{fields}}}""");
        world.Start();
    }

    public VirtualBoard Board { get; }

    /// <summary>What it has said on its console.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Samples of this boot that the broker has acknowledged.</summary>
    public int Acknowledged => _node?.Counters.SamplesAcknowledged ?? 0;

    public int Connections => _node?.Counters.Connections ?? 0;

    /// <summary>Puts a file into its flash.</summary>
    public void Put(string name, string text) => Board.Flash.Commit($@"I:\{name}", Encoding.UTF8.GetBytes(text));

    /// <summary>How often it has said a line that begins so.</summary>
    public int Said(string begin)
    {
        lock (Lines)
        {
            return Lines.Count(line => line.StartsWith(begin, StringComparison.Ordinal));
        }
    }

    /// <summary>It tries a few times, and does not get through.</summary>
    public async Task AssertStaysOutAsync()
    {
        int before = Said("no connection");
        await Eventually.HoldsAsync(() => Said("no connection") >= before + 3, "it tries and fails");
        Assert.Equal(0, Connections);
    }

    public void Dispose()
    {
        Board.CutPower();
        Board.AwaitOff();
    }
}
