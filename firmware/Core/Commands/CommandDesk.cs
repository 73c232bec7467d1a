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
        private readonly RateLimit _rate = new RateLimit();
        private readonly NodeCounters _counters;
        private readonly ConfigurationDesk _configuration;

        /// <summary>The desk of a node.</summary>
        public CommandDesk(Topics topics, Outbox outbox, CommandWork work, ConfigurationDesk configuration, NodeCounters counters)
        {
            _commandPrefix = topics.BaseName + "cmd/";
            _storedTopic = topics.BaseName + "stored";
            _outbox = outbox;
            Work = work;
            _counters = counters;
            _configuration = configuration;
            Answers = new Answers(topics.BaseName);
            Filters = new[] { topics.BaseName + "cmd/+", _storedTopic, configuration.DesiredTopic };
        }

        /// <summary>The answers to commands.</summary>
        public Answers Answers { get; }

        /// <summary>What to subscribe to.</summary>
        public string[] Filters { get; }

        /// <summary>Does the commands.</summary>
        public CommandWork Work { get; }

        /// <summary>The backend has all samples of this epoch below <see cref="StoredUpTo"/>.</summary>
        public int StoredEpoch { get; private set; }

        /// <summary>One after the last sample that the backend has without a gap, or -1.</summary>
        public int StoredUpTo { get; private set; } = -1;

        /// <summary>Takes a message.</summary>
        public void Take(BrokerMessage message, long uptimeMs)
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
            if (command == null || command.Id == null || !TryAnswer(command, message.Topic, uptimeMs))
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

        private bool TryAnswer(Command command, string topic, long uptimeMs)
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
            string detail = null;
            if (words == null)
            {
                words = "too many commands: one every " + (Limits.CommandRefillMs / 1000).ToString() + " s";
                code = CommandResult.TooMany;
                if (_rate.TryTake(uptimeMs))
                {
                    words = Work.Do(command, topic.Substring(_commandPrefix.Length), uptimeMs, out code);
                    detail = Work.Detail;
                }
            }

            _counters.CommandsDone += code == CommandResult.Done ? 1 : 0;
            _counters.CommandsRefused += code == CommandResult.Done ? 0 : 1;
            Answers.Add(command.Id, code, words, detail);
            return true;
        }
    }
}
