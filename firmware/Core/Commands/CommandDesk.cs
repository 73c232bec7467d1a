using UlmEdge.Core.Configuration;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Commands
{
    /// <summary>Takes what comes for the node: commands, which are answered, and what the backend says it has stored.</summary>
    /// <remarks>Whoever sent it is not trusted: at worst a message is counted as ignored.</remarks>
    public sealed class CommandDesk
    {
        private readonly string _commandPrefix;
        private readonly string _storedTopic;
        private readonly Outbox _outbox;
        private readonly Backlog _backlog;
        private readonly NodeCounters _counters;
        private readonly ConfigurationDesk _configuration;

        /// <summary>The desk of a node.</summary>
        public CommandDesk(Topics topics, Outbox outbox, Backlog backlog, ConfigurationDesk configuration, NodeCounters counters)
        {
            _commandPrefix = topics.BaseName + "cmd/";
            _storedTopic = topics.BaseName + "stored";
            _outbox = outbox;
            _backlog = backlog;
            _counters = counters;
            _configuration = configuration;
            Answers = new Answers(topics.BaseName);
            Filters = new[] { topics.BaseName + "cmd/+", _storedTopic, configuration.DesiredTopic };
        }

        /// <summary>The answers to commands.</summary>
        public Answers Answers { get; }

        /// <summary>What to subscribe to.</summary>
        public string[] Filters { get; }

        /// <summary>Whether a report was asked for; whoever gives it takes the note down.</summary>
        public bool WantsReport { get; set; }

        /// <summary>Whether the black box was asked for; whoever gives it takes the note down.</summary>
        public bool WantsBlackBox { get; set; }

        /// <summary>The backend has all samples of this epoch below <see cref="StoredUpTo"/>.</summary>
        public int StoredEpoch { get; private set; }

        /// <summary>One after the last sample that the backend has without a gap, or -1.</summary>
        public int StoredUpTo { get; private set; } = -1;

        /// <summary>Takes a message.</summary>
        public void Take(BrokerMessage message)
        {
            if (message.Topic == _configuration.DesiredTopic)
            {
                _configuration.Take(message);
                return;
            }

            if (message.Payload != null && message.Payload.Length > Limits.CommandBytesMax)
            {
                _counters.CommandsIgnored++;
                return;
            }

            if (message.Topic == _storedTopic)
            {
                TakeStored(message);
                return;
            }

            bool isCommand = message.Topic != null && message.Topic.Length > _commandPrefix.Length
                && message.Topic.StartsWith(_commandPrefix) && !message.IsRetained; // A command is for now.
            Command command = isCommand && message.Payload != null ? CommandReader.Read(message.Payload) : null;
            if (command == null || command.Id == null || !TryAnswer(command, message.Topic))
            {
                _counters.CommandsIgnored++;
            }
        }

        private void TakeStored(BrokerMessage message)
        {
            Command stored = message.Payload == null ? null : CommandReader.Read(message.Payload);
            bool isTrue = stored != null && stored.Fault == null && stored.Epoch == _outbox.Epoch
                && stored.Sequence >= 0 && stored.Sequence < _outbox.NextSample;
            if (!isTrue)
            {
                _counters.CommandsIgnored++;
                return;
            }

            if (stored.Epoch != StoredEpoch || stored.Sequence >= StoredUpTo)
            {
                StoredEpoch = stored.Epoch;
                StoredUpTo = stored.Sequence + 1;
            }
        }

        private bool TryAnswer(Command command, string topic)
        {
            if (Answers.TryRepeat(command.Id))
            {
                return true;
            }

            if (!Answers.HasRoom)
            {
                return false;
            }

            string words = command.Fault;
            int code = CommandResult.Malformed;
            if (words == null)
            {
                words = Do(command, topic.Substring(_commandPrefix.Length), out code);
            }

            _counters.CommandsDone += code == CommandResult.Done ? 1 : 0;
            _counters.CommandsRefused += code == CommandResult.Done ? 0 : 1;
            Answers.Add(command.Id, code, words);
            return true;
        }

        private string Do(Command command, string name, out int code)
        {
            switch (name)
            {
                case "resend":
                    return Resend(command, out code);
                case "report":
                    WantsReport = true;
                    code = CommandResult.Done;
                    return "meta and health follow";
                case "black-box":
                    WantsBlackBox = true;
                    code = CommandResult.Done;
                    return "the black box follows";
                default:
                    code = CommandResult.Unknown;
                    return "there is no such command; there are resend, report and black-box";
            }
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
                return "the epoch is " + _outbox.Epoch.ToString() + (_outbox.IsInMemory ? ", and the flash refuses" : string.Empty);
            }

            if (command.First >= _outbox.NextSample || command.End <= _outbox.OldestKept)
            {
                return "kept are the samples from " + _outbox.OldestKept.ToString() + " to " + (_outbox.NextSample - 1).ToString();
            }

            code = _backlog.TrySendAgain(command.First, command.End) ? CommandResult.Done : CommandResult.Busy;
            return code == CommandResult.Done ? "begun" : "another range is being sent again";
        }
    }
}
