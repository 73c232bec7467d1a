namespace UlmEdge.Decoder;

/// <summary>Whether one node is online, by its status messages.</summary>
/// <remarks>
/// A broker may notice the end of an old connection long after the node has opened a new one: a last will whose boot and
/// connection are not those of the last birth is late and means nothing.
/// </remarks>
public sealed class NodePresence
{
    /// <summary>The last birth; null before the first.</summary>
    public StatusMessage? Birth { get; private set; }

    /// <summary>Whether the node is online; null while nothing is known.</summary>
    public bool? IsOnline { get; private set; }

    /// <summary>Takes a status message.</summary>
    /// <returns>False for a late last will, which changes nothing.</returns>
    public bool Take(StatusMessage status)
    {
        if (status.IsOnline)
        {
            Birth = status;
        }
        else if (Birth is { } birth && (birth.Boot, birth.Connection) != (status.Boot, status.Connection))
        {
            return false;
        }

        IsOnline = status.IsOnline;
        return true;
    }
}
