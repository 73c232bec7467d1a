using UlmEdge.Ports;

namespace UlmEdge.Core
{
    /// <summary>The one home of capacities and waits; how they must relate is checked at boot and in a test.</summary>
    public static class Limits
    {
        /// <summary>Sensors one node can carry.</summary>
        public const int SensorsMax = 8;

        /// <summary>Channels (one quantity of one sensor) of a node.</summary>
        public const int ChannelsMax = 16;

        /// <summary>Samples (times) in one batch.</summary>
        public const int SamplesPerBatchMax = 20;

        /// <summary>Readings (samples × channels) in one batch; keeps its SenML within <see cref="PayloadBytesMax"/>.</summary>
        public const int CellsPerBatchMax = 60;

        /// <summary>Bytes of one stored batch at the very worst: every delta escaped, every reading with a reason.</summary>
        public const int BatchBytesMax = 768;

        /// <summary>Bytes of one message; M2Mqtt holds it twice while sending.</summary>
        public const int PayloadBytesMax = 4096;

        /// <summary>Bytes of one SenML JSON record with the longest name, unit, time and value.</summary>
        public const int JsonRecordBytesMax = 64;

        /// <summary>Bytes of the identity record with the longest root and node id.</summary>
        public const int JsonIdentityBytesMax = 192;

        /// <summary>Bytes of memory for batches that wait, book-keeping included: the budget without PSRAM is 16 kB.</summary>
        public const int OutboxBytesMax = 12 * 1024;

        /// <summary>Book-keeping of one waiting batch: two objects and an array slot on the nanoCLR heap.</summary>
        public const int OutboxEntryOverheadBytes = 40;

        /// <summary>Bytes of the configuration file.</summary>
        public const int ConfigurationBytesMax = 2048;

        /// <summary>Characters of a node id (contract).</summary>
        public const int NodeIdCharactersMax = 32;

        /// <summary>Characters of a topic root.</summary>
        public const int RootCharactersMax = 64;

        /// <summary>Shortest time between two samples of a sensor, in seconds: samples are told apart by the second.</summary>
        public const int SampleSecondsMin = 1;

        /// <summary>Longest time between two samples, in seconds: a day.</summary>
        public const int SampleSecondsMax = 86_400;

        /// <summary>A sensor that has not delivered after this time has not answered.</summary>
        public const int CollectTimeoutMs = 5_000;

        /// <summary>First back-off window; it doubles with every failure.</summary>
        public const int BackoffMsMin = 1_000;

        /// <summary>Largest back-off window: a broker is found again within a minute or so of its return.</summary>
        public const int BackoffMsMax = 60_000;

        /// <summary>A refusal is not cured by haste: wrong credentials are tried again after this time.</summary>
        public const int RefusedMs = 60_000;

        /// <summary>Nodes that start together are spread over this time by their ids.</summary>
        public const int SlotWindowMs = 3_000;

        /// <summary>
        /// Safety net behind the MQTT client, which itself gives up after 30 s of TCP and 30 s of waiting for CONNACK:
        /// an attempt that reports nothing for so long is abandoned.
        /// </summary>
        public const int ConnectTimeoutMs = 600_000;

        /// <summary>
        /// Net behind the client's three sends, one second apart: M2Mqtt can lose its verdict on a message for ever when a
        /// PUBACK comes at the wrong moment of its round, and then reports neither success nor failure.
        /// </summary>
        public const int AcknowledgeTimeoutMs = 120_000;

        /// <summary>Keep-alive of the connection in seconds; a dead one is noticed within twice this time.</summary>
        public const int KeepAliveSeconds = 45;

        /// <summary>How often the loop looks for news while it waits for the network or the broker.</summary>
        public const int PollMs = 100;

        /// <summary>Longest sleep of the loop.</summary>
        public const int SleepMsMax = 60_000;

        /// <summary>Epochs are drawn below this: three bytes in a batch, and a chance of 1 in 2 million to meet again.</summary>
        public const int EpochLimit = 1 << 21;

        /// <summary>Checks how the limits relate.</summary>
        /// <returns>Null when all is well, else the relation that does not hold.</returns>
        public static string FirstViolation()
        {
            const int jsonBytesMax = JsonIdentityBytesMax + (CellsPerBatchMax * JsonRecordBytesMax);
            const int badBatchesBytes = 8 * (BatchBytesMax + OutboxEntryOverheadBytes);
            return Unless(jsonBytesMax <= PayloadBytesMax, "a full batch must fit into one message")
                ?? Unless(CellsPerBatchMax >= ChannelsMax, "a batch must hold a sample of every channel")
                ?? Unless(CellsPerBatchMax >= SamplesPerBatchMax, "a batch must hold all samples of one channel")
                ?? Unless(OutboxBytesMax >= badBatchesBytes, "the outbox must hold several batches, however bad")
                ?? Unless(BackoffMsMin <= BackoffMsMax && SlotWindowMs <= BackoffMsMax, "the back-off must grow")
                ?? Unless(Absences.Max >= (int)Absence.Frozen, "every reason must fit into a batch");
        }

        private static string Unless(bool holds, string relation)
        {
            return holds ? null : relation;
        }
    }
}
