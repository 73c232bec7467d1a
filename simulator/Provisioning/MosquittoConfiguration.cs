namespace UlmEdge.Simulator.Provisioning;

/// <summary>The configuration of Mosquitto for a fleet: all its files are named as they lie beside it.</summary>
internal static class MosquittoConfiguration
{
    // Without cafile Mosquitto before 2.0 takes no notice of a certificate, and listens plain.
    private static readonly string[] Tls =
    [
        "# Mosquitto does not start while one of these is missing.",
        $"cafile {AuthorityFiles.TrustedName}",
        $"certfile {AuthorityFiles.ServerName}",
        $"keyfile {AuthorityFiles.ServerKeyName}",
        "tls_version tlsv1.2",
    ];

    /// <summary>The text.</summary>
    public static string For(FleetBroker broker) => string.Join('\n', [
        "# In this folder, as the user whose files these are: mosquitto -c mosquitto.conf",
        "# Started as root it becomes the user mosquitto, who cannot read another's files: give him a copy, as the technician's",
        "# guide shows in step 4: install -o mosquitto -m 600 …",
        $"listener {broker.Port}",
        .. broker.IsEncrypted ? Tls : [],
        "allow_anonymous false",
        "password_file passwords",
        "acl_file acl",
        "# What a consumer that is away has not got yet is kept, also over a restart.",
        "persistence true",
        "persistence_location ./",
        "autosave_interval 60",
        "max_queued_messages 0",
        "",
    ]);
}
