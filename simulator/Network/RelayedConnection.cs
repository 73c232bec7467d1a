using System.Net.Sockets;

namespace UlmEdge.Simulator.Network;

/// <summary>One connection of a client through a <see cref="BrokerRelay"/>, packet by packet.</summary>
/// <param name="client">The client's end.</param>
/// <param name="faultsOf">What goes wrong for a client id.</param>
internal sealed class RelayedConnection(TcpClient client, Func<string, LinkFaults> faultsOf)
{
    private readonly CancellationTokenSource _closing = new();
    private volatile LinkFaults _faults = new();

    /// <summary>Closes both ends.</summary>
    public void Close() => _closing.Cancel();

    /// <summary>Passes packets on until one of the ends has closed.</summary>
    public async Task RunAsync(BrokerAddress address)
    {
        using TcpClient broker = new();
        using (client)
        {
            try
            {
                client.NoDelay = broker.NoDelay = true;
                await broker.ConnectAsync(address.Host, address.Port, _closing.Token);
                Task toBroker = ToBrokerAsync(client.GetStream(), broker.GetStream());
                Task toClient = ToClientAsync(broker.GetStream(), client.GetStream());
                await Task.WhenAny(toBroker, toClient);
                await _closing.CancelAsync();
                await Task.WhenAll(toBroker, toClient);
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // One end is gone, and so the other goes.
            }
        }
    }

    private async Task ToBrokerAsync(Stream from, Stream to)
    {
        while (await MqttFrames.ReadAsync(from, _closing.Token) is { } frame)
        {
            if (MqttFrames.ClientIdOf(frame) is { } id)
            {
                _faults = faultsOf(id);
            }

            await to.WriteAsync(frame, _closing.Token);
        }
    }

    private async Task ToClientAsync(Stream from, Stream to)
    {
        while (await MqttFrames.ReadAsync(from, _closing.Token) is { } frame)
        {
            LinkFaults faults = _faults;
            bool isPuback = frame[0] == MqttFrames.Puback;
            int delayMs = faults.DelayMs + (isPuback ? faults.PubackDelayMs : 0);
            if (delayMs > 0)
            {
                await Task.Delay(delayMs, _closing.Token);
            }

            for (int times = !isPuback ? 1 : faults.LosesPubacks ? 0 : faults.DoublesPubacks ? 2 : 1; times > 0; times--)
            {
                await to.WriteAsync(frame, _closing.Token);
            }
        }
    }
}
