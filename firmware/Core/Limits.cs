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

        /// <summary>Samples that one row of a summary can stand for: an hour at one a second, and what was summed up before.</summary>
        public const int SamplesPerRowMax = 65_535;

        /// <summary>Bytes of one message of samples at the very worst: every value with something to say of it.</summary>
        public const int PayloadBytesMax = 7680;

        /// <summary>Bytes of all messages under way, unless it is one; M2Mqtt holds each twice while sending.</summary>
        public const int UnderWayBytesMax = 5120;

        /// <summary>Bytes of the node's description (contract).</summary>
        public const int MetaBytesMax = HealthBytesMax;

        /// <summary>Bytes of the report on how the node fares, every number at its longest.</summary>
        public const int HealthBytesMax = 2560;

        /// <summary>Bytes of one channel's description for Home Assistant.</summary>
        public const int DiscoveryBytesMax = 1024;

        /// <summary>Messages that can be under way together.</summary>
        public const int WindowMax = 4;

        /// <summary>Bytes of one SenML JSON record with the longest name, unit, time and value.</summary>
        public const int JsonRecordBytesMax = 64;

        /// <summary>Bytes of the record that says what speaks against a value.</summary>
        public const int JsonQualityBytesMax = 44;

        /// <summary>Bytes of the record that says how many samples a row of a summary stands for.</summary>
        public const int JsonRowBytesMax = 40;

        /// <summary>Bytes of the identity record with the longest root and node id.</summary>
        public const int JsonIdentityBytesMax = 192;

        /// <summary>
        /// Bytes of memory for batches that the flash refuses, book-keeping included: the budget without PSRAM is 16 kB.
        /// </summary>
        public const int OutboxBytesMax = 12 * 1024;

        /// <summary>Book-keeping of one batch in memory: two objects and an array slot on the nanoCLR heap.</summary>
        public const int WaitingBatchOverheadBytes = 40;

        /// <summary>Bytes of a journal segment: one block of littlefs, so that no block is shared or half used.</summary>
        public const int SegmentBytesMax = 4096;

        /// <summary>Segments of the journal: with slots half of a 256 kB volume, and a block more for a file in the making.</summary>
        public const int SegmentsMax = 30;

        /// <summary>Segments with which the journal can still make room by rewriting.</summary>
        public const int SegmentsMin = 4;

        /// <summary>Records of the journal that one step of a search or of housekeeping reads: some tens of milliseconds.</summary>
        public const int RecordsPerStep = 16;

        /// <summary>
        /// Numbers left out when the newest segment is gone: more than a segment can hold, since those may have been sent.
        /// </summary>
        public const int LostTailSamples = 4096;

        /// <summary>New files that the flash refuses one after the other before it is taken to be full.</summary>
        public const int RefusalsUntilFull = 3;

        /// <summary>How long to wait after the flash has refused.</summary>
        public const int RefusedRetryMs = 30_000;

        /// <summary>After this time of refusals the flash is given up until the next boot.</summary>
        public const int FlashGraceMs = 900_000;

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

        /// <summary>Sensors of one sample are begun so long after each other: a fan or a heater does not start with the next one.</summary>
        public const int StaggerMs = 100;

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

        /// <summary>Between two messages of a backlog: a district that comes back must not drown its broker.</summary>
        public const int DrainGapMs = 200;

        /// <summary>More waiting samples than this are a backlog, which fresh ones may overtake.</summary>
        public const int BacklogSamples = 40;

        /// <summary>A node that has not learned the time after this long sends what it has with times relative to its boot.</summary>
        public const int RelativeAfterMs = 3_600_000;

        /// <summary>
        /// No time before this one can be true: 2026-11-01, a little before this firmware was made. Raised with each release.
        /// </summary>
        public const int TimeFloorUnixSeconds = 1_793_491_200;

        /// <summary>How far the clock may be behind the last time that was known: clocks drift, and boots are quick.</summary>
        public const int TimeFloorSlackSeconds = 3_600;

        /// <summary>A clock below the last known time for so long is right, and the last known time was not.</summary>
        public const int TimeFloorYieldsMs = 86_400_000;

        /// <summary>
        /// A time that is only assumed is earlier by this much than the true one can be: so the platform's clock makes a step when
        /// it learns the true one.
        /// </summary>
        public const int AssumedBehindSeconds = 60;

        /// <summary>How often the time of day is compared with the uptime.</summary>
        public const int ClockCheckMs = 60_000;

        /// <summary>The most by which a sample's clock follows the time of day at one comparison.</summary>
        public const int ClockSlewMs = 500;

        /// <summary>A larger difference than this is a step of the clock, and not its drift.</summary>
        public const int ClockStepMs = 60_000;

        /// <summary>A step is believed once it has lasted this long: two more answers of a time server at least.</summary>
        public const int ClockStepLastsMs = 7_200_000;

        /// <summary>Keep-alive of the connection in seconds; a dead one is noticed within twice this time.</summary>
        public const int KeepAliveSeconds = 45;

        /// <summary>How often the loop looks for news while it waits for the network or the broker.</summary>
        public const int PollMs = 100;

        /// <summary>Longest sleep of the loop.</summary>
        public const int SleepMsMax = 60_000;

        /// <summary>Brokers that can be configured.</summary>
        public const int BrokersMax = 3;

        /// <summary>Attempts that fail one after the other before the next broker is tried.</summary>
        public const int AttemptsPerBroker = 3;

        /// <summary>How long to stay with another broker before the first one is tried again.</summary>
        public const int PreferredBrokerMs = 1_800_000;

        /// <summary>
        /// Events of the connection that are taken in one go: more than answers can be due together, and an end to a storm of messages.
        /// </summary>
        public const int BrokerEventsPerTick = 16;

        /// <summary>The most bytes that anything beside the batches can have.</summary>
        public const int AnnouncementBytesMax = HealthBytesMax;

        /// <summary>Messages for the node beyond this size are no commands.</summary>
        public const int CommandBytesMax = 512;

        /// <summary>Characters of a command's id (contract).</summary>
        public const int CommandIdCharactersMax = 32;

        /// <summary>Within this time of uptime a node finds out whether it works.</summary>
        public const int CommissioningMs = 60_000;

        /// <summary>Up to this uptime the light says that it has passed; from then on that all is well.</summary>
        public const int PassedLightMs = 600_000;

        /// <summary>Commands that are done at once, before they have to wait for each other.</summary>
        public const int CommandsAtOnce = 8;

        /// <summary>How long it takes until another one may come.</summary>
        public const int CommandRefillMs = 10_000;

        /// <summary>How far the time at which a command was asked for may be from now.</summary>
        public const int CommandAgeSecondsMax = 120;

        /// <summary>How long the light blinks for whoever looks for the node, unless something else is said.</summary>
        public const int IdentifySeconds = 30;

        /// <summary>How long it blinks at most.</summary>
        public const int IdentifySecondsMax = 300;

        /// <summary>How long another interval than the configured one can hold: a day.</summary>
        public const int IntervalSecondsMax = 86_400;

        /// <summary>Answered commands that are remembered, so that a repeated one is not done again.</summary>
        public const int CommandsRemembered = 8;

        /// <summary>
        /// Connections that end within <see cref="QuickEndMs"/> of the subscription before the node stops listening: a message
        /// too large for its memory ends each connection anew, and must not keep it from sending.
        /// </summary>
        public const int QuickEndsMax = 3;

        /// <summary>A connection that ends so soon after the subscription may have been ended by what came.</summary>
        public const int QuickEndMs = 30_000;

        /// <summary>How long the node does not listen then.</summary>
        public const int DeafMs = 3_600_000;

        /// <summary>A report on how the node fares is not repeated sooner than this after a new connection.</summary>
        public const int HealthGapMs = 300_000;

        /// <summary>Bytes of a configuration that is asked for from afar (contract).</summary>
        public const int DesiredBytesMax = 1024;

        /// <summary>Sensors that a configuration can name.</summary>
        public const int SensorsConfiguredMax = 8;

        /// <summary>Calibrations that a configuration can hold.</summary>
        public const int CalibrationsMax = 8;

        /// <summary>Characters of who found a calibration out (contract).</summary>
        public const int CalibratorCharactersMax = 24;

        /// <summary>The largest offset of a calibration, in units of its channel.</summary>
        public const int OffsetMax = 100_000;

        /// <summary>The largest slope of a calibration.</summary>
        public const int SlopeMax = 10;

        /// <summary>Alarms that a configuration can hold.</summary>
        public const int AlarmsMax = 4;

        /// <summary>The largest threshold of an alarm, in units of its channel.</summary>
        public const int ThresholdMax = 1_000_000;

        /// <summary>Samples without cause after which an alarm is over.</summary>
        public const int AlarmCalmSamples = 3;

        /// <summary>Batches that alarms can close at once, before they have to wait for each other.</summary>
        public const int AlarmsAtOnce = 4;

        /// <summary>How long it takes until an alarm may close one more: the budget is twelve closes an hour in all.</summary>
        public const int AlarmRefillSeconds = 1_200;

        /// <summary>Time of a day in which samples may be taken faster than usual: the budget of flash, air time and charge.</summary>
        public const int FasterSecondsPerDay = 3_600;

        /// <summary>Within this time of uptime a configuration that was asked for from afar has to prove itself.</summary>
        public const int TrialMs = 300_000;

        /// <summary>Boots in which it may try.</summary>
        public const int TrialBootsMax = 2;

        /// <summary>After a boot with a trial the next one does not begin sooner than at this uptime.</summary>
        public const int TrialGapMs = 600_000;

        /// <summary>How long a restart waits for answers to be sent.</summary>
        public const int RestartGraceMs = 5_000;

        /// <summary>
        /// How long a way back waits for the flash to take what was measured, or, where the flash was given up, for the broker; and
        /// any restart for the flash to take the note of it.
        /// </summary>
        public const int RestartStoreMs = 120_000;

        /// <summary>Restarts of a day that the node grants itself; those that lead back to what has worked are not refused.</summary>
        public const int OwnRestartsPerDay = 4;

        /// <summary>A refused restart is told again after this time.</summary>
        public const int RestartRefusedMs = 3_600_000;

        /// <summary>A boot that has served so long is good.</summary>
        public const int GoodBootMs = 60_000;

        /// <summary>Bad boots in a row after which sensors are begun one by one.</summary>
        public const int BadBootsUntilSafe = 3;

        /// <summary>Bad boots in a row after which no sensor is begun.</summary>
        public const int BadBootsUntilTelemetry = 6;

        /// <summary>How long safe mode lasts: then everything is tried again.</summary>
        public const int SafeModeMs = 3_600_000;

        /// <summary>A day.</summary>
        public const int DayMs = 86_400_000;

        /// <summary>Events that the black box holds.</summary>
        public const int BlackBoxEvents = 32;

        /// <summary>A loop that has shown no sign of life for so long is stuck; it sleeps for a minute at most.</summary>
        public const int StuckMs = 180_000;

        /// <summary>How often the loop is looked after.</summary>
        public const int SupervisionMs = 10_000;

        /// <summary>How long a stuck loop stays so when the day's restarts are used up.</summary>
        public const int StuckRefusedMs = 3_600_000;

        /// <summary>Starts that fail one after the other before the board is restarted.</summary>
        public const int StartsMax = 5;

        /// <summary>How often the free memory is looked at.</summary>
        public const int HeapCheckMs = 60_000;

        /// <summary>
        /// Below this many free bytes the node does without what is only convenient. Without PSRAM 14 to 25 kB are free beside a node that
        /// has no MQTT client yet (SIZES.md).
        /// </summary>
        public const int LeanHeapBytes = 10 * 1024;

        /// <summary>Below this many free bytes the node does nothing but its duty.</summary>
        public const int LeastHeapBytes = 5 * 1024;

        /// <summary>So many more bytes must be free before it returns.</summary>
        public const int HeapMarginBytes = 2 * 1024;

        /// <summary>How long the least may last before a restart is to help.</summary>
        public const int LeastHeapMs = 1_800_000;

        /// <summary>Time from one report to the next while memory is short.</summary>
        public const int LeanReportMs = 3_600_000;

        /// <summary>Files with certificates that are trusted: the authority's, and its successor's.</summary>
        public const int TrustFilesMax = 2;

        /// <summary>Epochs are drawn below this: three bytes in a batch, and a chance of 1 in 2 million to meet again.</summary>
        public const int EpochLimit = 1 << 21;

        /// <summary>Checks how the limits relate.</summary>
        /// <returns>Null when all is well, else the relation that does not hold.</returns>
        public static string FirstViolation()
        {
            const int jsonBytesMax = JsonIdentityBytesMax + (CellsPerBatchMax * (JsonRecordBytesMax + JsonQualityBytesMax))
                + (CellsPerBatchMax / 3 * JsonRowBytesMax);
            const int badBatchesBytes = 8 * (BatchBytesMax + WaitingBatchOverheadBytes);
            return Unless(DesiredBytesMax >= CommandBytesMax, "a command must not be larger than a configuration")
                ?? Unless(jsonBytesMax <= PayloadBytesMax, "a full batch must fit into one message")
                ?? Unless(AnnouncementBytesMax <= PayloadBytesMax, "an announcement must fit into the memory of a message")
                ?? Unless(BatchBytesMax <= AnnouncementBytesMax, "a compact message must fit beside announcements")
                ?? Unless(CellsPerBatchMax >= ChannelsMax, "a batch must hold a sample of every channel")
                ?? Unless(CellsPerBatchMax >= 3 * ChannelsMax, "a batch must hold a summary of every channel")
                ?? Unless(SegmentBytesMax >= 4 * BatchBytesMax, "a segment must hold several batches, however bad")
                ?? Unless(CellsPerBatchMax >= SamplesPerBatchMax, "a batch must hold all samples of one channel")
                ?? Unless(OutboxBytesMax >= badBatchesBytes, "the outbox must hold several batches, however bad")
                ?? Unless(BackoffMsMin <= BackoffMsMax && SlotWindowMs <= BackoffMsMax, "the back-off must grow")
                ?? Unless(Absences.Max >= (int)Absence.LeftOut, "every reason must fit into a batch")
                ?? Unless(StuckMs >= 2 * SleepMsMax && StuckMs >= 2 * BackoffMsMax, "a loop that sleeps must not be taken for stuck");
        }

        private static string Unless(bool holds, string relation)
        {
            return holds ? null : relation;
        }
    }
}
