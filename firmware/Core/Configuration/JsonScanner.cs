namespace UlmEdge.Core.Configuration
{
    /// <summary>The scalars of a JSON text: strings, numbers and literals, one after another, in bounded memory.</summary>
    public sealed class JsonScanner
    {
        private const int TextMax = 128;
        private const int DigitsMax = 18;

        private readonly byte[] _bytes;
        private readonly int _length;
        private readonly char[] _text = new char[TextMax];
        private int _textLength;

        /// <summary>A scanner at the start of a text.</summary>
        public JsonScanner(byte[] bytes, int length)
        {
            _bytes = bytes;
            _length = length;
        }

        /// <summary>Where the scanner stands, in bytes from the start.</summary>
        public int Position { get; private set; }

        /// <summary>Whether the text is over.</summary>
        public bool IsAtEnd => Position >= _length;

        /// <summary>The byte that stands next; the text must not be over.</summary>
        public byte Next => _bytes[Position];

        /// <summary>What was read last, as text.</summary>
        public string Text => new string(_text, 0, _textLength);

        /// <summary>The number read last, if <see cref="IsInteger"/>.</summary>
        public long Integer { get; private set; }

        /// <summary>Whether the number read last is whole and has at most 18 digits.</summary>
        public bool IsInteger { get; private set; }

        /// <summary>Takes the byte that stands next.</summary>
        public void Advance()
        {
            Position++;
        }

        /// <summary>Skips white space.</summary>
        public void SkipSpace()
        {
            while (Position < _length && IsSpace(_bytes[Position]))
            {
                Position++;
            }
        }

        private static bool IsSpace(byte character)
        {
            return character == ' ' || character == '\t' || character == '\n' || character == '\r';
        }

        /// <summary>Reads a literal, letter by letter.</summary>
        /// <returns>False if it is none.</returns>
        public bool ReadLiteral(string literal)
        {
            _textLength = 0;
            for (int i = 0; i < literal.Length; i++)
            {
                if (Position >= _length || _bytes[Position] != literal[i])
                {
                    return false;
                }

                Append(literal[i]);
                Position++;
            }

            return true;
        }

        private bool Append(char character)
        {
            if (_textLength == TextMax)
            {
                return false;
            }

            _text[_textLength++] = character;
            return true;
        }

        /// <summary>Reads a number.</summary>
        /// <returns>False if it is none.</returns>
        public bool ReadNumber()
        {
            _textLength = 0;
            Integer = 0;
            bool isNegative = Take('-');
            int digits = ReadDigits();
            bool isSound = digits > 0 && !(digits > 1 && _text[isNegative ? 1 : 0] == '0');
            IsInteger = digits <= DigitsMax;
            for (int i = isNegative ? 1 : 0; IsInteger && i < _textLength; i++)
            {
                Integer = (Integer * 10) + (_text[i] - '0');
            }

            Integer = isNegative ? -Integer : Integer;
            if (isSound && Take('.'))
            {
                IsInteger = false;
                isSound = ReadDigits() > 0;
            }

            if (isSound && (Take('e') || Take('E')))
            {
                IsInteger = false;
                _ = Take('+') || Take('-');
                isSound = ReadDigits() > 0;
            }

            return isSound;
        }

        private int ReadDigits()
        {
            int count = 0;
            while (Position < _length && _bytes[Position] >= '0' && _bytes[Position] <= '9' && Append((char)_bytes[Position]))
            {
                Position++;
                count++;
            }

            return count;
        }

        private bool Take(char character)
        {
            if (Position >= _length || _bytes[Position] != character || !Append(character))
            {
                return false;
            }

            Position++;
            return true;
        }

        /// <summary>Reads a string, from one quotation mark to the other.</summary>
        /// <returns>False if it is none.</returns>
        public bool ReadString()
        {
            _textLength = 0;
            Position++;
            while (Position < _length)
            {
                byte next = _bytes[Position++];
                if (next == '"')
                {
                    return true;
                }

                bool isSound = next == '\\' ? ReadEscape() : next < 0x80 ? next >= 0x20 && Append((char)next) : ReadUtf8(next);
                if (!isSound)
                {
                    return false;
                }
            }

            return false;
        }

        private bool ReadEscape()
        {
            if (Position >= _length)
            {
                return false;
            }

            byte kind = _bytes[Position++];
            switch (kind)
            {
                case (byte)'"':
                case (byte)'\\':
                case (byte)'/': return Append((char)kind);
                case (byte)'b': return Append('\b');
                case (byte)'f': return Append('\f');
                case (byte)'n': return Append('\n');
                case (byte)'r': return Append('\r');
                case (byte)'t': return Append('\t');
                case (byte)'u': return ReadHexadecimal();
                default: return false;
            }
        }

        private bool ReadHexadecimal()
        {
            int code = 0;
            for (int i = 0; i < 4; i++)
            {
                int digit = Position < _length ? HexadecimalDigit(_bytes[Position]) : -1;
                if (digit < 0)
                {
                    return false;
                }

                code = (code << 4) | digit;
                Position++;
            }

            return Append((char)code);
        }

        private static int HexadecimalDigit(byte character)
        {
            if (character >= '0' && character <= '9')
            {
                return character - '0';
            }

            int letter = character | 0x20;
            return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
        }

        // RFC 3629: the length is in the first byte; code points above 0xFFFF become a surrogate pair.
        private bool ReadUtf8(byte first)
        {
            int more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
            if (more == 0 || Position + more > _length)
            {
                return false;
            }

            int code = first & (0x3F >> more);
            for (int i = 0; i < more; i++)
            {
                byte next = _bytes[Position++];
                if ((next & 0xC0) != 0x80)
                {
                    return false;
                }

                code = (code << 6) | (next & 0x3F);
            }

            if (code < 0x10000)
            {
                return Append((char)code);
            }

            code -= 0x10000;
            return Append((char)(0xD800 + (code >> 10))) && Append((char)(0xDC00 + (code & 0x3FF)));
        }
    }
}
