using System.Net.Sockets;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Provisioning;

namespace UlmEdge.Simulator.Runners;

/// <summary>Brings a street's broker and subscriber up, and tells wrong input from bad luck.</summary>
internal static class BrokerSetup
{
    /// <summary>Starts an embedded broker.</summary>
    /// <exception cref="WrongInputException">The port cannot be had.</exception>
    public static async Task<EmbeddedBroker> StartEmbeddedAsync(StreetPlan plan)
    {
        int port = plan.Port;
        EmbeddedBroker broker = plan.Fleet is { } fleet
            ? new(port, new FleetAccess(fleet.Passwords, fleet.Rights), fleet.Certificate)
            : new(port);
        try
        {
            await broker.StartAsync();
            return broker;
        }
        catch (SocketException error)
        {
            await broker.DisposeAsync();
            string why = error.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "is in use by another program"
                : $"cannot be used ({error.Message})";
            throw new WrongInputException(
                $"--port {port} {why}; give another port, or leave --port out for a free one");
        }
    }

    /// <summary>Connects the subscriber; when nobody is there it goes on trying in the background.</summary>
    /// <exception cref="WrongInputException">The broker refuses user and password.</exception>
    public static async Task ConnectAsync(Subscriber subscriber, BrokerAddress address, CancellationToken token)
    {
        if (await subscriber.ConnectAsync(token) == ConnectOutcome.Refused)
        {
            throw new WrongInputException(Refusal(address, subscriber.LastFailure));
        }

        subscriber.KeepConnected();
    }

    /// <summary>Connects once, where nothing makes sense without a broker.</summary>
    /// <exception cref="WrongInputException">The broker cannot be reached, or refuses.</exception>
    public static async Task DemandAsync(Subscriber subscriber, BrokerAddress address, CancellationToken token) =>
        Demand(await subscriber.ConnectAsync(token), address, subscriber.LastFailure);

    /// <summary>Says what is wrong with a broker that one is not connected to.</summary>
    /// <exception cref="WrongInputException">The broker cannot be reached, or refuses.</exception>
    public static void Demand(ConnectOutcome outcome, BrokerAddress address, string failure)
    {
        if (outcome != ConnectOutcome.Connected)
        {
            throw new WrongInputException(outcome == ConnectOutcome.Refused
                ? Refusal(address, failure)
                : $"--broker '{address}' cannot be reached ({failure}); is it running?");
        }
    }

    /// <summary>What to do about a broker that refuses.</summary>
    public static string Refusal(BrokerAddress address, string failure) => address.User is null
        ? $"--broker {address} wants a user and a password ({failure}); give mqtt://user:password@host:port"
        : $"--broker {address} refuses user '{address.User}' or the password ({failure}); "
            + "give those it knows, percent-encoded where they have special characters";
}
