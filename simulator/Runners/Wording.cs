using System.Globalization;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Runners;

/// <summary>How states and readings of nodes are put into words and numbers for people.</summary>
internal static class Wording
{
    /// <summary>A node's state.</summary>
    public static string Of(StreetNode node) => node switch
    {
        { Board.Crash: not null } => "crashed",
        { View: { } view } => Of(view.State),
        _ => "starting",
    };

    /// <summary>The reason why there is no value.</summary>
    public static string Of(Absence reason) => Spaced(reason.ToString());

    /// <summary>A kind of fault.</summary>
    public static string Of(FaultKind kind) => Spaced(kind.ToString());

    /// <summary>The value of a reading, in its quantity's unit.</summary>
    public static string Of(int channel, Reading reading)
    {
        int decimals = Quantities.DecimalsOf(Channel.QuantityOf(channel));
        decimal value = reading.Value / (decimal)Math.Pow(10, decimals);
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>A count with its noun in the right number.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan span) =>
        span.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture) + " s";

    /// <summary>A moment, in UTC.</summary>
    public static string Moment(long unixMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMs)
            .ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Of(PublisherState state) => state switch
    {
        PublisherState.NoBroker => "no broker",
        PublisherState.WaitingForLink => "joins Wi-Fi",
        PublisherState.BackingOff => "retries soon",
        PublisherState.Connecting => "connects",
        PublisherState.WaitingForClock => "needs time",
        PublisherState.Idle => "connected",
        PublisherState.AwaitingAcknowledgement => "sends",
        _ => Spaced(state.ToString()),
    };

    /// <summary>NotPresent as "not present".</summary>
    public static string Spaced(string name) => string.Concat(
        name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).TrimStart();
}
