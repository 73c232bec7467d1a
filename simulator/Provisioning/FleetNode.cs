namespace UlmEdge.Simulator.Provisioning;

/// <summary>One row of a fleet file: a node, where it hangs, and what it is told.</summary>
/// <param name="Id">Node id: 1 to 32 of a-z, 0-9 and hyphen; its MQTT user, too.</param>
/// <param name="Place">Where it hangs, for people.</param>
/// <param name="Latitude">North positive, in degrees.</param>
/// <param name="Longitude">East positive, in degrees.</param>
/// <param name="Board">One of the firmware's boards.</param>
/// <param name="Port">The serial port at which it is flashed.</param>
/// <param name="Sensors">What is fitted.</param>
/// <param name="Brokers">Where it sends, the preferred one first.</param>
/// <param name="Credentials">Under which name the secrets file has its Wi-Fi.</param>
/// <param name="SampleSeconds">Seconds between two samples.</param>
/// <param name="BatchSeconds">Seconds after which a batch is closed.</param>
/// <param name="Payload">What batches are sent as.</param>
internal sealed record FleetNode(
    string Id,
    string Place,
    double Latitude,
    double Longitude,
    string Board,
    string Port,
    IReadOnlyList<string> Sensors,
    IReadOnlyList<FleetBroker> Brokers,
    string Credentials,
    int SampleSeconds,
    int BatchSeconds,
    string Payload);
