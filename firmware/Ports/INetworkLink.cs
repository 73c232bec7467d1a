namespace UlmEdge.Ports
{
    /// <summary>The Wi-Fi link. Its credentials are the platform's business and never seen here.</summary>
    public interface INetworkLink
    {
        /// <summary>Whether the board has an address now.</summary>
        bool IsUp { get; }

        /// <summary>Starts one bounded attempt to join the provisioned network, unless one is under way. Returns at once.</summary>
        void Join();
    }
}
