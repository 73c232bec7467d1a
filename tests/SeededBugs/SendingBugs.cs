namespace UlmEdge.Tests.SeededBugs;

/// <summary>When a batch counts as sent.</summary>
internal static class SendingBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "a batch is settled when it is published",
            "firmware/Core/Publishing/Publisher.cs",
            """
                        CountPublished(batch);
                        _backlog
            """,
            """
                        CountPublished(batch);
                        _outbox.Acknowledge(batch.Epoch, batch.FirstSample, batch.EndSample, batch.IsSummary);
                        _backlog
            """,
            Runs.HarshWorlds),
        new(
            "a batch that was not acknowledged is settled",
            "firmware/Core/Publishing/Publisher.cs",
            """
            _window.Find(brokerEvent.Detail) != null))
                                {

            """,
            """
            _window.Find(brokerEvent.Detail) != null))
                                {
                                    TakeAcknowledgement(brokerEvent.Detail, uptimeMs);

            """,
            Runs.HarshWorlds),
        new(
            "what was under way when a connection ended is settled",
            "firmware/Core/Publishing/Publisher.cs",
            "            _window.Clear(); // What",
            """
                        for (int id = 1; _window.Count > 0 && id <= 65535; id++)
                        {
                            TakeAcknowledgement(id, uptimeMs);
                        }

                        _window.Clear(); // What
            """,
            Runs.HarshWorlds),
        new(
            "an unknown acknowledgement is taken for the oldest batch's",
            "firmware/Core/Publishing/SendWindow.cs",
            "            return null;",
            "            return messageId != 0 && _places[0].MessageId != 0 ? _places[0] : null;",
            Runs.HarshWorlds),
        new(
            "a sample's number wraps in the message",
            "firmware/Core/Publishing/SenmlWriter.cs",
            "AppendInteger(batch.FirstSample)",
            "AppendInteger((byte)batch.FirstSample)",
            Runs.HarshWorlds),
        new(
            "one message more is under way than configured",
            "firmware/Core/Publishing/SendWindow.cs",
            """
            new Sending[size];
                        for (int i = 0; i < size; i++)
            """,
            """
            new Sending[size + 1];
                        for (int i = 0; i <= size; i++)
            """,
            Runs.HarshWorlds),
    ];
}
