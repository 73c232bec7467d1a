namespace UlmEdge.Simulator.Network;

/// <summary>
/// Where a broker listens and as whom to connect, written <c>mqtt://user:password@host:port</c>, or <c>mqtts://</c> for TLS.
/// </summary>
/// <remarks>Prints itself without user and password, so that neither gets onto a screen or into a log.</remarks>
public sealed record BrokerAddress(string Host, int Port, string? User = null, string? Password = null)
{
    /// <summary>The port of MQTT without TLS, as registered with IANA.</summary>
    public const int DefaultPort = 1883;

    /// <summary>The port of MQTT over TLS, as registered with IANA.</summary>
    public const int EncryptedPort = 8883;

    // What the firmware reads of a text in its configuration.
    private const int TextMax = 128;

    private const string Right = "give mqtt://host, mqtt://host:port or mqtt://user:password@host:port, with mqtts:// for TLS";

    /// <summary>Whether the connection is TLS.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The certificates (PEM) of the authorities that the broker may have its own from, or null for the system's.</summary>
    public string? Trust { get; init; }

    /// <summary>Reads an address; user and password may be percent-encoded.</summary>
    /// <exception cref="FormatException">It is no such address; the message says so without the password.</exception>
    public static BrokerAddress Parse(string text)
    {
        bool isEncrypted = text.StartsWith("mqtts://", StringComparison.OrdinalIgnoreCase);
        if (!isEncrypted && !text.StartsWith("mqtt://", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"'{Shown(text)}' does not start with mqtt://; {Right}");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            throw new FormatException(
                $"'{Shown(text)}' is no address; {Right}, with special characters in the password percent-encoded");
        }

        if (uri.PathAndQuery is not ("" or "/") || uri.Fragment.Length > 0)
        {
            throw new FormatException($"'{Shown(text)}' says more than host and port; {Right}");
        }

        (string? user, string? password) = Credentials(uri, text);
        return new BrokerAddress(uri.IdnHost, PortOf(uri, text, isEncrypted), user, password) { IsEncrypted = isEncrypted };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(IsEncrypted ? "mqtts" : "mqtt")}://{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}";

    private static int PortOf(Uri uri, string text, bool isEncrypted) => uri.Port switch
    {
        -1 => isEncrypted ? EncryptedPort : DefaultPort,
        0 => throw new FormatException($"'{Shown(text)}' has port 0; a port is a number from 1 to 65535"),
        _ => uri.Port,
    };

    private static (string? User, string? Password) Credentials(Uri uri, string text)
    {
        if (uri.UserInfo.Length == 0)
        {
            return (null, null);
        }

        string[] parts = uri.UserInfo.Split(':', 2);
        if (parts[0].Length == 0)
        {
            throw new FormatException(
                $"'{Shown(text)}' has a password without a user, which MQTT 3.1.1 forbids; {Right}");
        }

        string user = Uri.UnescapeDataString(parts[0]);
        string? password = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : null;
        return user.Length <= TextMax && (password?.Length ?? 0) <= TextMax
            ? (user, password)
            : throw new FormatException(
                $"'{Shown(text)}' has a user or password of over {TextMax} characters, which is all that boards keep");
    }

    // The last @ ends the part that may hold a secret, even where that part is broken.
    private static string Shown(string text)
    {
        int secretEnd = text.LastIndexOf('@');
        int schemeEnd = text.IndexOf("://", StringComparison.Ordinal);
        string scheme = schemeEnd < 0 ? string.Empty : text[..(schemeEnd + 3)];
        return secretEnd < 0 ? text : $"{scheme}…{text[secretEnd..]}";
    }
}
