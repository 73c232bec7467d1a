using UlmEdge.Core.Boots;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Core.Time;

namespace UlmEdge.Core.Commands
{
    /// <summary>Does what commands ask for, and says in words what came of it.</summary>
    public sealed class CommandWork
    {
        private const string Names = "identify, sample-now, set-interval, resend, report, ledger, black-box, reboot";

        private readonly Outbox _outbox;
        private readonly Backlog _backlog;
        private readonly Sampler _sampler;
        private readonly StatusLight _light;
        private readonly BootClock _clock;
        private readonly Restarts _restarts;

        /// <summary>What commands can reach of a node.</summary>
        public CommandWork(
            Outbox outbox,
            Backlog backlog,
            Sampler sampler,
            StatusLight light,
            BootClock clock,
            Restarts restarts)
        {
            _outbox = outbox;
            _backlog = backlog;
            _sampler = sampler;
            _light = light;
            _clock = clock;
            _restarts = restarts;
        }

        /// <summary>Whether a report was asked for; whoever gives it takes the note down.</summary>
        public bool WantsReport { get; set; }

        /// <summary>Whether the black box was asked for; whoever gives it takes the note down.</summary>
        public bool WantsBlackBox { get; set; }

        /// <summary>Whether the next sample is wanted at once; whoever takes it takes the note down.</summary>
        public bool WantsSample { get; set; }

        /// <summary>What an answer has beside the words, as JSON that begins with a comma, or null.</summary>
        public string Detail { get; private set; }

        /// <summary>Does a command.</summary>
        /// <param name="command">The command; it has no fault.</param>
        /// <param name="name">Its name.</param>
        /// <param name="uptimeMs">Now.</param>
        /// <param name="code">One of <see cref="CommandResult"/>.</param>
        /// <returns>What came of it, in words.</returns>
        public string Do(Command command, string name, long uptimeMs, out int code)
        {
            Detail = null;
            code = CommandResult.Done;
            long nowSeconds = _clock.UnixSeconds(uptimeMs);
            if (name == "reboot" && nowSeconds > 0 && command.At >= 0 && command.At < nowSeconds - (uptimeMs / 1000))
            {
                return "done: this boot began later"; // Else one that is repeated would be done again and again.
            }

            if (IsStale(command, nowSeconds))
            {
                code = CommandResult.Stale;
                return "at is " + command.At.ToString() + " and the time " + nowSeconds.ToString() + ": too far apart";
            }

            switch (name)
            {
                case "identify": return Identify(command, uptimeMs, out code);
                case "sample-now": return SampleNow(uptimeMs);
                case "set-interval": return SetInterval(command, uptimeMs, nowSeconds, out code);
                case "resend": return Resend(command, out code);
                case "report": return Report();
                case "ledger": return Ledger(command, out code);
                case "black-box": return SendBlackBox();
                case "reboot": return Reboot(command, out code);
                default:
                    code = CommandResult.Unknown;
                    return "there is no such command; there are " + Names;
            }
        }

        private static bool IsStale(Command command, long nowSeconds)
        {
            long apart = command.At - nowSeconds;
            return command.At >= 0 && nowSeconds > 0
                && (apart > Limits.CommandAgeSecondsMax || apart < -Limits.CommandAgeSecondsMax);
        }

        private string Identify(Command command, long uptimeMs, out int code)
        {
            int seconds = command.Seconds < 0 ? Limits.IdentifySeconds : command.Seconds;
            code = seconds >= 1 && seconds <= Limits.IdentifySecondsMax ? CommandResult.Done : CommandResult.Malformed;
            if (code != CommandResult.Done)
            {
                return "seconds must be from 1 to " + Limits.IdentifySecondsMax.ToString();
            }

            _light.Identify(uptimeMs + (seconds * 1000L));
            return "the light blinks for " + seconds.ToString() + " s";
        }

        private string SampleNow(long uptimeMs)
        {
            _sampler.SampleSoon(uptimeMs);
            WantsSample = true;
            return "a sample is taken and sent";
        }

        private string SetInterval(Command command, long uptimeMs, long nowSeconds, out int code)
        {
            code = CommandResult.NotThere;
            if (nowSeconds == 0)
            {
                return "the time of day is unknown, so until means nothing";
            }

            long restSeconds = command.Until - nowSeconds;
            code = CommandResult.Malformed;
            if (command.Seconds < Limits.SampleSecondsMin || command.Seconds > Limits.SampleSecondsMax)
            {
                return "seconds must be from " + Limits.SampleSecondsMin.ToString() + " to " + Limits.SampleSecondsMax.ToString();
            }

            if (restSeconds <= 0 || restSeconds > Limits.IntervalSecondsMax)
            {
                return "until must be a Unix second of the next " + Limits.IntervalSecondsMax.ToString() + " s";
            }

            code = CommandResult.Done;
            _sampler.UseInterval(command.Seconds, uptimeMs, uptimeMs + (restSeconds * 1000));
            return "a sample every " + command.Seconds.ToString() + " s for " + restSeconds.ToString() + " s";
        }

        private string Report()
        {
            WantsReport = true;
            return "meta and health follow";
        }

        private string SendBlackBox()
        {
            WantsBlackBox = true;
            return "the black box follows";
        }

        private string Reboot(Command command, out int code)
        {
            code = command.At < 0 ? CommandResult.Malformed : CommandResult.Done;
            if (command.At < 0)
            {
                return "reboot needs at, the Unix second at which it was asked for";
            }

            code = _restarts.Ask(RestartReason.Command) ? CommandResult.Done : CommandResult.Busy;
            return code == CommandResult.Done ? "begun" : "the restarts of this day are used up";
        }

        private string Ledger(Command command, out int code)
        {
            code = CommandResult.Malformed;
            if (command.Epoch < 0 || command.First < 0 || command.End <= command.First)
            {
                return "ledger needs epoch, first and end, and end above first";
            }

            code = CommandResult.NotThere;
            if (_outbox.IsInMemory || command.Epoch != _outbox.Epoch)
            {
                return WhichEpoch();
            }

            if (command.End > _outbox.NextSample)
            {
                return "there are samples up to " + (_outbox.NextSample - 1).ToString();
            }

            code = CommandResult.Done;
            LedgerTotals totals = _outbox.Account(command.First, command.End);
            Detail = LedgerText.Json(totals);
            return LedgerText.Words(totals);
        }

        private string Resend(Command command, out int code)
        {
            code = CommandResult.Malformed;
            if (command.Epoch < 0 || command.First < 0 || command.End <= command.First)
            {
                return "resend needs epoch, first and end, and end above first";
            }

            code = CommandResult.NotThere;
            if (_outbox.IsInMemory || command.Epoch != _outbox.Epoch)
            {
                return WhichEpoch();
            }

            if (command.First >= _outbox.NextSample || command.End <= _outbox.OldestKept)
            {
                return "kept are the samples from " + _outbox.OldestKept.ToString() + " to " + (_outbox.NextSample - 1).ToString();
            }

            code = _backlog.TrySendAgain(command.First, command.End) ? CommandResult.Done : CommandResult.Busy;
            return code == CommandResult.Done ? "begun" : "another range is being sent again";
        }

        private string WhichEpoch()
        {
            return "the epoch is " + _outbox.Epoch.ToString() + (_outbox.IsInMemory ? ", and the flash refuses" : string.Empty);
        }
    }
}
