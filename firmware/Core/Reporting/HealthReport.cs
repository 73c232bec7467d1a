using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Writes how the node fares as SenML JSON (RFC 8428), one record per number.</summary>
    /// <remarks>
    /// <code>
    /// [{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"health","vs":"417.3"},{"n":"uptime","u":"s","v":86400}, …]
    /// </code>
    /// <c>vs</c> is boot.connection; without <c>bt</c> while the time is unknown. What is unknown has no record.
    /// dBm is a secondary unit (RFC 8798): with it goes <c>bver</c> 26, version 10 and feature 4 (RFC 9100 section 2.2).
    /// </remarks>
    public sealed class HealthReport
    {
        private const string Count = "count";
        private const string Seconds = "s";

        private readonly string _baseName;
        private TextBuffer _text;

        /// <summary>A writer for one node.</summary>
        /// <param name="baseName">The SenML base name, e.g. <c>ulm/v1/donau-07/</c>; needs no escaping.</param>
        public HealthReport(string baseName)
        {
            _baseName = baseName;
        }

        /// <summary>Writes a report, at most <see cref="Limits.HealthBytesMax"/> bytes, in the place of what the buffer held.</summary>
        public void Write(HealthFacts facts, TextBuffer text)
        {
            _text = text;
            text.Clear();
            WriteIdentity(facts);
            WriteBoots(facts);
            WriteBoard(facts);
            WriteTraffic(facts);
            WriteLedger(facts);
            for (int reason = 1; reason <= (int)Absence.LeftOut; reason++)
            {
                if (facts.MissingReadings[reason] != 0)
                {
                    Write(AbsenceNames.Of((Absence)reason), Count, facts.MissingReadings[reason]);
                }
            }

            text.Append((byte)']');
        }

        private void WriteIdentity(HealthFacts facts)
        {
            _text.Append("[{\"bn\":\"");
            _text.Append(_baseName);
            _text.Append((byte)'"');
            if (facts.RadioDecibelMilliwatts != int.MinValue)
            {
                _text.Append(",\"bver\":26");
            }

            if (facts.UnixSeconds != 0)
            {
                JsonText.AppendField(_text, "bt", facts.UnixSeconds);
            }

            _text.Append(",\"n\":\"health\",\"vs\":\"");
            _text.AppendInteger(facts.Boot);
            _text.Append((byte)'.');
            _text.AppendInteger(facts.Connections);
            _text.Append("\"}");
        }

        private void WriteBoots(HealthFacts facts)
        {
            Write("uptime", Seconds, facts.UptimeSeconds);
            Write("boots", Count, facts.Boot);
            Write("boots.all", Count, facts.LifetimeBoots);
            Write("boots.bad", Count, facts.BadBoots);
            Write("boots.stage", null, facts.Stage);
            Write("reset.cause", null, facts.ResetCause);
            Write("restarts.own", Count, facts.OwnRestarts);
        }

        private void WriteBoard(HealthFacts facts)
        {
            WriteKnown("heap.free", "B", facts.FreeHeapBytes);
            Write("queue", Count, facts.WaitingSamples);
            if (facts.OldestAgeSeconds >= 0)
            {
                Write("queue.age", Seconds, facts.OldestAgeSeconds);
            }

            Write("journal.files", Count, facts.JournalFiles);
            Write("flash.closes", Count, facts.FlashCloses);
            Write("flash.bytes", "B", facts.FlashBytes);
            Write("flash.refused", Count, facts.FlashRefusals);
            Write("flash.life", Count, facts.LifetimeCloses);
            Write("flash.erases", Count, facts.FlashErases);
            Write("flash.years", null, facts.FlashTenthYears, 1);
            Write("duty", "/", facts.DutyTenThousandths, 4);
            Write("charge.day", "C", facts.CoulombsPerDay);
            WriteKnown("radio", "dBm", facts.RadioDecibelMilliwatts);
        }

        private void WriteTraffic(HealthFacts facts)
        {
            if (facts.AcknowledgeMaxMs >= 0)
            {
                Write("puback.mean", Seconds, facts.AcknowledgeMeanMs, 3);
                Write("puback.max", Seconds, facts.AcknowledgeMaxMs, 3);
            }

            Write("connections", Count, facts.Connections);
            Write("cmd.done", Count, facts.CommandsDone);
            Write("cmd.refused", Count, facts.CommandsRefused);
            Write("cmd.ignored", Count, facts.CommandsIgnored);
        }

        private void WriteLedger(HealthFacts facts)
        {
            Write("epoch", null, facts.Epoch);
            Write("samples.taken", Count, facts.SamplesTaken);
            Write("samples.sent", Count, facts.SamplesSent);
            Write("samples.waiting", Count, facts.SamplesWaiting);
            Write("samples.thinned", Count, facts.SamplesThinned);
            Write("samples.summaries", Count, facts.Summaries);
            Write("samples.evicted", Count, facts.SamplesEvicted);
            Write("samples.unreadable", Count, facts.SamplesUnreadable);
            Write("samples.notstored", Count, facts.SamplesNotStored);
            Write("samples.unknown", Count, facts.SamplesUnknown);
            Write("samples.leftout", Count, facts.SamplesLeftOut);
            if (facts.StoredUpTo > 0)
            {
                Write("stored", Count, facts.StoredUpTo);
            }
        }

        private void WriteKnown(string name, string unit, int value)
        {
            if (value != int.MinValue)
            {
                Write(name, unit, value);
            }
        }

        private void Write(string name, string unit, long value)
        {
            Write(name, unit, value, 0);
        }

        private void Write(string name, string unit, long value, int decimals)
        {
            _text.Append(",{\"n\":\"");
            _text.Append(name);
            _text.Append((byte)'"');
            if (unit != null)
            {
                JsonText.AppendField(_text, "u", unit);
            }

            JsonText.AppendName(_text, "v");
            _text.AppendDecimal(value, decimals);
            _text.Append((byte)'}');
        }
    }
}
