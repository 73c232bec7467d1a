using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Publishes the result of the node's test of itself, retained: the proof that stays at the pole.</summary>
    public sealed class CommissioningAnnouncement : Announcement
    {
        private readonly Commissioning _test;
        private readonly SensorStates _sensors;
        private readonly ConfigurationDesk _desk;
        private readonly int _boot;

        /// <summary>The announcement of a test.</summary>
        /// <param name="test">The test.</param>
        /// <param name="sensors">The sensors.</param>
        /// <param name="desk">Knows which configuration holds.</param>
        /// <param name="topics">Where it goes.</param>
        /// <param name="boot">Number of this boot.</param>
        public CommissioningAnnouncement(Commissioning test, SensorStates sensors, ConfigurationDesk desk, Topics topics, int boot)
        {
            _test = test;
            _sensors = sensors;
            _desk = desk;
            _boot = boot;
            Topic = topics.BaseName + "commissioning";
        }

        /// <inheritdoc/>
        public override string Topic { get; }

        /// <inheritdoc/>
        public override bool IsRetained => true;

        /// <summary>The broker may have forgotten.</summary>
        public override void Connected(long uptimeMs)
        {
            IsDue |= _test.IsDecided;
        }

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            text.Append(_test.HasPassed ? "{\"result\":\"pass\"" : "{\"result\":\"fail\"");
            JsonText.AppendField(text, "boot", _boot);
            JsonText.AppendField(text, "after", _test.AfterSeconds);
            JsonText.AppendName(text, "checks");
            text.Append("{\"sensors\":");
            JsonText.AppendQuoted(text, _test.HasPassed ? "ok" : _test.Sensors);
            Append(text, "network", _test.Network);
            Append(text, "time", _test.Time);
            Append(text, "tls", _test.Tls);
            Append(text, "broker", _test.Broker);
            Append(text, "batch", _test.Batch);
            Append(text, "flash", _test.Flash);
            Append(text, "configuration", _test.Configuration);
            text.Append((byte)'}');
            AppendSensors(text);
            JsonText.AppendField(text, "config", _desk.Hash);
            text.Append((byte)'}');
        }

        // While it is being sent something else can go wrong: what has passed was all well.
        private void Append(TextBuffer text, string name, string result)
        {
            JsonText.AppendField(text, name, _test.HasPassed && name != "tls" ? "ok" : result);
        }

        private void AppendSensors(TextBuffer text)
        {
            JsonText.AppendName(text, "sensors");
            text.Append((byte)'[');
            for (int i = 0; i < _sensors.Count; i++)
            {
                Absence reason = _test.HasPassed ? Absence.None : _sensors.ReasonAt(i);
                text.Append(i == 0 ? "{\"name\":" : ",{\"name\":");
                JsonText.AppendQuoted(text, _sensors.NameAt(i));
                JsonText.AppendField(text, "state", reason == Absence.None ? "ok" : AbsenceNames.WordOf(reason));
                text.Append((byte)'}');
            }

            text.Append((byte)']');
        }
    }
}
