using UlmEdge.Core.Publishing;

namespace UlmEdge.Core.Commands
{
    /// <summary>The answers to commands: those that are still to be sent, and the last ones, so that nothing is done twice.</summary>
    public sealed class Answers : Announcement
    {
        private readonly string _topicPrefix;
        private readonly string[] _ids = new string[Limits.CommandsRemembered];
        private readonly int[] _codes = new int[Limits.CommandsRemembered];
        private readonly string[] _words = new string[Limits.CommandsRemembered];
        private readonly string[] _details = new string[Limits.CommandsRemembered];
        private readonly bool[] _isOwed = new bool[Limits.CommandsRemembered];
        private int _next;
        private int _current;

        /// <summary>No answers yet.</summary>
        public Answers(string baseName)
        {
            _topicPrefix = baseName + "cmd-ack/";
        }

        /// <inheritdoc/>
        public override string Topic => _topicPrefix + _ids[_current];

        /// <inheritdoc/>
        public override bool IsRetained => false;

        /// <summary>Whether another answer can be taken; else eight are owed, and whoever asks so fast has to wait.</summary>
        public bool HasRoom => !_isOwed[_next];

        /// <summary>Answers a command that was answered before once more.</summary>
        /// <returns>False if it was not, or is forgotten.</returns>
        public bool TryRepeat(string id)
        {
            for (int i = 0; i < _ids.Length; i++)
            {
                if (_ids[i] == id && _codes[i] != CommandResult.TooMany)
                {
                    Owe(i);
                    return true;
                }
            }

            return false;
        }

        /// <summary>Answers a command. There must be room.</summary>
        /// <param name="id">Its id.</param>
        /// <param name="code">One of <see cref="CommandResult"/>.</param>
        /// <param name="words">The same in words.</param>
        /// <param name="detail">More fields as JSON, with a comma before, or null.</param>
        public void Add(string id, int code, string words, string detail)
        {
            _ids[_next] = id;
            _codes[_next] = code;
            _words[_next] = words;
            _details[_next] = detail;
            Owe(_next);
            _next = (_next + 1) % _ids.Length;
        }

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            text.Append("{\"id\":\"");
            text.Append(_ids[_current]);
            text.Append("\",\"rc\":");
            text.AppendInteger(_codes[_current]);
            text.Append(",\"msg\":\"");
            text.Append(_words[_current]);
            text.Append((byte)'"');
            text.Append(_details[_current] ?? string.Empty);
            text.Append((byte)'}');
        }

        /// <summary>What was not acknowledged is owed still: nothing is to be done.</summary>
        public override void Connected(long uptimeMs)
        {
        }

        /// <inheritdoc/>
        public override void Acknowledged(long uptimeMs)
        {
            _isOwed[_current] = false;
            IsDue = false;
            for (int i = 0; i < _isOwed.Length; i++)
            {
                int place = (_next + i) % _isOwed.Length;
                if (_isOwed[place])
                {
                    Owe(place);
                    return;
                }
            }
        }

        private void Owe(int place)
        {
            _isOwed[place] = true;
            if (!IsDue)
            {
                _current = place;
                IsDue = true;
            }
        }
    }
}
