namespace UlmEdge.Tests.SeededBugs;

/// <summary>What is done to a node from afar, and what it must survive by itself.</summary>
internal static class AfarBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "a configuration that leads nowhere is tried for ever",
            "firmware/Core/Configuration/ConfigurationDesk.cs",
            "            if (uptimeMs < Limits.TrialMs)",
            "            if (uptimeMs >= 0)",
            Runs.NodesFromAfar),
        new(
            "a trial is written over the last good configuration",
            "firmware/Core/Configuration/ConfigurationSlots.cs",
            "int index = _goodIndex == 0 ? 1 : 0;",
            "int index = _goodIndex == 0 ? 0 : 1;",
            Runs.NodesFromAfar),
        new(
            "a configuration from afar may do without TLS",
            "firmware/Core/Configuration/DesiredRules.cs",
            "if (!broker.IsEncrypted && !mayBePlain)",
            "if (!broker.IsEncrypted && !isKnown)",
            Runs.NodesFromAfar),
        new(
            "every broker is given the first one's password",
            "firmware/Core/Configuration/DesiredRules.cs",
            "                if (known.Host == broker.Host)",
            "                if (known.Host != null)",
            Runs.NodesFromAfar),
        new(
            "a node restarts itself with its open batch in memory",
            "firmware/Core/Node.cs",
            """
                        if (_builder.Batch.RowCount > 0)
                        {
                            CloseBatch(uptimeMs);
                        }

                        if (Restarts
            """,
            "            if (Restarts",
            Runs.NodesFromAfar),
        new(
            "a restart is not counted",
            "firmware/Core/Boots/BootKeeper.cs",
            """
                        _record.OwnRestarts++;
                        if
            """,
            "            if",
            Runs.NodesFromAfar),
        new(
            "a node dares as much after bad boots as before",
            "firmware/Core/Boots/BootKeeper.cs",
            """
                        Stage = BadBoots >= Limits.BadBootsUntilTelemetry ? BootStage.TelemetryOnly
                            : BadBoots >= Limits.BadBootsUntilSafe ? BootStage.OneByOne : BootStage.Normal;
            """,
            "            Stage = BootStage.Normal;",
            Runs.DyingFirmware),
        new(
            "the next authority is never tried",
            "firmware/Core/Publishing/BrokerChoice.cs",
            "_trust = (_trust + 1) % _trustFiles.Length;",
            "_trust = 0;",
            Runs.NewAuthorities),
        new(
            "without a time server certificates are checked in 1970",
            "firmware/Core/Publishing/Publisher.cs",
            "                _clock.AssumePast(uptimeMs); //",
            "                //",
            Runs.NodesFromAfar),
        new(
            "the time that is assumed for certificates is taken for true",
            "firmware/Core/Time/BootClock.cs",
            "                _clock.Assume(floorSeconds - Limits.AssumedBehindSeconds + (uptimeMs / 1000));",
            "                Learn(uptimeMs, (floorSeconds * 1000) + uptimeMs);",
            Runs.NodesFromAfar),
    ];
}
