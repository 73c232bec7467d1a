using System;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>Events as lines on the serial console, for whoever is connected with a cable. Never a secret.</summary>
    public sealed class ConsoleLog : IEventLog
    {
        /// <inheritdoc/>
        public void Record(NodeEvent what, int detail)
        {
            string text = TextOf(what, detail);
            if (text != null)
            {
                Say(text);
            }
        }

        /// <summary>Writes a sentence.</summary>
        public void Say(string sentence)
        {
            Console.WriteLine(sentence);
        }

        // Null for what happens all the time.
        private static string TextOf(NodeEvent what, int detail)
        {
            switch (what)
            {
                case NodeEvent.Booted: return "boot " + detail.ToString();
                case NodeEvent.ConfigurationFaulty: return "ulmedge.json has " + detail.ToString() + " fault(s)";
                case NodeEvent.StoreFailed: return "the flash refused to be written (" + detail.ToString() + "); it is tried again";
                case NodeEvent.ClockSet: return "time of day learned " + detail.ToString() + " s after power-on";
                case NodeEvent.ReadingMissing:
                    return "channel " + (detail / 16).ToString() + " has no value: " + ReasonText.Of((Absence)(detail % 16));
                case NodeEvent.ReadingBack: return "channel " + detail.ToString() + " has values again";
                case NodeEvent.LinkDown: return "no network";
                case NodeEvent.LinkUp: return "network joined";
                case NodeEvent.BrokerUnreachable: return "no connection to the broker; next try in " + detail.ToString() + " ms";
                case NodeEvent.BrokerRefused: return "the broker refused user, password or id, code " + detail.ToString();
                case NodeEvent.BrokerConnected: return "connected to the broker, connection " + detail.ToString();
                case NodeEvent.SamplesEvicted: return detail.ToString() + " sample(s) gave way: the space is used up";
                case NodeEvent.SamplesThinned: return detail.ToString() + " old sample(s) became minimum, mean and maximum";
                case NodeEvent.SamplesUnreadable: return detail.ToString() + " stored sample(s) cannot be read any more";
                case NodeEvent.NumbersLeftOut: return detail.ToString() + " sample number(s) skipped: the journal's newest part is gone";
                case NodeEvent.JournalFormatted: return "a new journal begins, epoch " + detail.ToString();
                case NodeEvent.JournalForeign: return detail.ToString() + " file(s) in the journal were not this node's, and removed";
                case NodeEvent.FlashGivenUp: return "the flash refuses: memory only, epoch " + detail.ToString();
                case NodeEvent.FlashBack: return "the flash takes writes again, epoch " + detail.ToString();
                case NodeEvent.ClockStepped: return "the time of day has moved by " + detail.ToString() + " s";
                case NodeEvent.ResetCause:
                    return detail == 0 ? "started by power or after a crash" : "restarted itself: " + RestartText.Of(detail);
                case NodeEvent.BadBoots: return detail.ToString() + " boot(s) before this one ended within a minute";
                case NodeEvent.SafeMode: return detail == 1 ? "safe mode: sensors one by one" : "safe mode: no sensors";
                case NodeEvent.SensorLeftOut: return "sensor " + detail.ToString() + " is left out in this boot";
                case NodeEvent.RestartPlanned: return "restarts itself soon: " + RestartText.Of(detail);
                case NodeEvent.RestartRefused:
                    return "does not restart itself, too often today or not to be noted: " + RestartText.Of(detail);
                case NodeEvent.MemoryShort:
                    return detail == 0 ? "memory suffices again" : "memory is short: does without, step " + detail.ToString();
                case NodeEvent.LoopStuck: return "the loop is stuck since " + detail.ToString() + " s";
                case NodeEvent.CertificateMissing: return "a certificate or key is missing, or is none: see trust, certificate, key";
                case NodeEvent.ConfigurationRefused: return "the configuration from afar was refused: see config/reported";
                case NodeEvent.ConfigurationTried: return "a configuration from afar is to be tried";
                case NodeEvent.ConfigurationAccepted: return "the configuration from afar has proved itself";
                case NodeEvent.ConfigurationReturned:
                    return "the configuration from afar did not prove itself (" + detail.ToString() + "): back to the last good one";
                case NodeEvent.AlarmRaised: return "alarm: channel " + detail.ToString();
                case NodeEvent.AlarmEnded: return "the alarm of channel " + detail.ToString() + " is over";
                default: return null;
            }
        }
    }
}
