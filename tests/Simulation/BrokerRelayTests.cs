using System.Net.Sockets;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Simulation;

/// <summary>The way to the broker, where acknowledgements get lost, late or doubled; over real sockets.</summary>
public sealed class BrokerRelayTests
{
    // MQTT 3.1.1: CONNECT of client "n", clean session, keep-alive 60 s, and what the broker answers.
    private static readonly byte[] Connect = [0x10, 13, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 4, 2, 0, 60, 0, 1, (byte)'n'];
    private static readonly byte[] Connack = [0x20, 2, 0, 0];
    private static readonly byte[] Pingreq = [0xC0, 0];
    private static readonly byte[] Pingresp = [0xD0, 0];

    private static byte[] Publish(byte id) => [0x32, 6, 0, 1, (byte)'t', 0, id, (byte)'x'];

    private static byte[] Puback(byte id) => [0x40, 2, 0, id];

    [Fact]
    public async Task Passes_everything_on()
    {
        await using Bench bench = await Bench.OpenAsync();
        await bench.SendAsync(Publish(7));
        Assert.Equal(Puback(7), await bench.ReceiveAsync(4));
    }

    [Fact]
    public async Task Swallows_acknowledgements_and_nothing_else()
    {
        await using Bench bench = await Bench.OpenAsync();
        bench.Faults.LosesPubacks = true;
        await bench.SendAsync([.. Publish(7), .. Pingreq]);
        Assert.Equal(Pingresp, await bench.ReceiveAsync(2));
        bench.Faults.LosesPubacks = false;
        await bench.SendAsync(Publish(8));
        Assert.Equal(Puback(8), await bench.ReceiveAsync(4));
    }

    [Fact]
    public async Task Doubles_acknowledgements()
    {
        await using Bench bench = await Bench.OpenAsync();
        bench.Faults.DoublesPubacks = true;
        await bench.SendAsync([.. Publish(7), .. Pingreq]);
        byte[] expected = [.. Puback(7), .. Puback(7), .. Pingresp];
        Assert.Equal(expected, await bench.ReceiveAsync(10));
    }

    [Fact]
    public async Task Delays_answers_but_loses_none()
    {
        await using Bench bench = await Bench.OpenAsync();
        bench.Faults.PubackDelayMs = 150;
        bench.Faults.DelayMs = 50;
        await bench.SendAsync([.. Publish(7), .. Pingreq]);
        byte[] expected = [.. Puback(7), .. Pingresp];
        Assert.Equal(expected, await bench.ReceiveAsync(6));
    }

    [Fact]
    public async Task Other_clients_have_no_part_in_it()
    {
        await using Bench bench = await Bench.OpenAsync();
        bench.Relay.FaultsOf("another").LosesPubacks = true;
        await bench.SendAsync(Publish(7));
        Assert.Equal(Puback(7), await bench.ReceiveAsync(4));
    }

    [Fact]
    public async Task Closes_connections_and_port_and_opens_the_same_port_again()
    {
        await using Bench bench = await Bench.OpenAsync();
        await bench.Relay.PauseAsync();
        Assert.Empty(await bench.ReceiveAsync(1));
        using TcpClient refused = new();
        await Assert.ThrowsAsync<SocketException>(
            () => refused.ConnectAsync(bench.Relay.Address.Host, bench.Relay.Address.Port, TestContext.Current.CancellationToken).AsTask());
        bench.Relay.Resume();
        await bench.ConnectAsync();
        await bench.SendAsync(Publish(9));
        Assert.Equal(Puback(9), await bench.ReceiveAsync(4));
    }

    [Fact]
    public async Task Without_a_broker_it_closes_on_its_clients()
    {
        await using Bench bench = await Bench.OpenAsync();
        await bench.Broker.StopAsync();
        Assert.Empty(await bench.ReceiveAsync(1));
    }

    private sealed class Bench : IAsyncDisposable
    {
        private TcpClient _client = new();

        private Bench(EmbeddedBroker broker) => (Broker, Relay) = (broker, new BrokerRelay(broker.Address));

        public EmbeddedBroker Broker { get; }

        public BrokerRelay Relay { get; }

        public LinkFaults Faults => Relay.FaultsOf("n");

        public static async Task<Bench> OpenAsync()
        {
            EmbeddedBroker broker = new();
            await broker.StartAsync();
            Bench bench = new(broker);
            await bench.ConnectAsync();
            return bench;
        }

        public async Task ConnectAsync()
        {
            _client.Dispose();
            _client = new TcpClient();
            await _client.ConnectAsync(Relay.Address.Host, Relay.Address.Port, TestContext.Current.CancellationToken);
            await SendAsync(Connect);
            Assert.Equal(Connack, await ReceiveAsync(4));
        }

        public Task SendAsync(byte[] bytes) =>
            _client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

        // As many bytes, or fewer when the other end closes before.
        public async Task<byte[]> ReceiveAsync(int count)
        {
            byte[] bytes = new byte[count];
            try
            {
                int length = await _client.GetStream().ReadAtLeastAsync(
                    bytes, count, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
                return bytes[..length];
            }
            catch (IOException)
            {
                return [];
            }
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await Relay.DisposeAsync();
            await Broker.DisposeAsync();
        }
    }
}
