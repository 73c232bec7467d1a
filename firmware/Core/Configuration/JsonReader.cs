namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads JSON (RFC 8259) part by part, without trust: any bytes end in End or Error, in bounded memory.</summary>
    /// <remarks>
    /// nanoFramework.Json would build a tree by reflection, and no façade on the desk could fail as it fails; this reader
    /// behaves alike on both, and is tried with millions of damaged texts.
    /// Bounds: nesting of 8, strings of 128 characters, integers of 18 digits; numbers with a fraction or an exponent
    /// are told apart but not evaluated.
    /// </remarks>
    public sealed class JsonReader
    {
        private const int DepthMax = 8;
        private const int TextMax = 128;
        private const int DigitsMax = 18;

        private readonly byte[] _bytes;
        private readonly int _length;
        private readonly bool[] _isObject = new bool[DepthMax];
        private readonly char[] _text = new char[TextMax];
        private int _textLength;
        private int _depth;
        private bool _afterValue;
        private bool _afterComma;
        private bool _afterName;

        /// <summary>A reader at the start of a text.</summary>
        public JsonReader(byte[] bytes, int length)
        {
            _bytes = bytes;
            _length = length;
        }

        /// <summary>Where the reader stands, in bytes from the start.</summary>
        public int Position { get; private set; }

        /// <summary>The name or string read last, or the literal's text, or a number's digits as they stand there.</summary>
        public string Text => new string(_text, 0, _textLength);

        /// <summary>The number read last, if <see cref="IsInteger"/>.</summary>
        public long Integer { get; private set; }

        /// <summary>Whether the number read last is whole and has at most 18 digits.</summary>
        public bool IsInteger { get; private set; }

        /// <summary>Reads the next part.</summary>
        public JsonToken Read()
        {
            SkipSpace();
            if (Position >= _length)
            {
                return _depth == 0 && _afterValue ? JsonToken.End : JsonToken.Error;
            }

            byte next = _bytes[Position];
            if (next == '}' || next == ']')
            {
                return Leave(next == '}');
            }

            if (_afterValue && !TakeComma())
            {
                return JsonToken.Error;
            }

            bool inObject = _depth > 0 && _isObject[_depth - 1];
            return inObject && !_afterName ? ReadName() : ReadValue();
        }

        /// <summary>Skips the value that stands next, whatever it is.</summary>
        /// <returns>False if the text is broken.</returns>
        public bool Skip()
        {
            int depth = _depth;
            do
            {
                JsonToken token = Read();
                if (token == JsonToken.Error || token == JsonToken.End)
                {
                    return false;
                }
            }
            while (_depth > depth || _afterName);

            return true;
        }

        private void SkipSpace()
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

        private bool TakeComma()
        {
            if (_depth == 0 || _bytes[Position] != ',')
            {
                return false;
            }

            Position++;
            SkipSpace();
            _afterValue = false;
            _afterComma = true;
            return Position < _length && _bytes[Position] != '}' && _bytes[Position] != ']';
        }

        private JsonToken Leave(bool isObject)
        {
            if (_depth == 0 || _isObject[_depth - 1] != isObject || _afterName || _afterComma)
            {
                return JsonToken.Error;
            }

            Position++;
            _depth--;
            EndValue();
            return isObject ? JsonToken.ObjectEnd : JsonToken.ArrayEnd;
        }

        private void EndValue()
        {
            _afterValue = true;
            _afterComma = false;
            _afterName = false;
        }

        private JsonToken ReadName()
        {
            if (_bytes[Position] != '"' || !ReadString())
            {
                return JsonToken.Error;
            }

            SkipSpace();
            if (Position >= _length || _bytes[Position] != ':')
            {
                return JsonToken.Error;
            }

            Position++;
            _afterName = true;
            _afterComma = false;
            return JsonToken.Name;
        }

        private JsonToken ReadValue()
        {
            switch (_bytes[Position])
            {
                case (byte)'{': return Enter(true);
                case (byte)'[': return Enter(false);
                case (byte)'"': return End(ReadString(), JsonToken.String);
                case (byte)'t': return End(ReadLiteral("true"), JsonToken.Literal);
                case (byte)'f': return End(ReadLiteral("false"), JsonToken.Literal);
                case (byte)'n': return End(ReadLiteral("null"), JsonToken.Literal);
                default: return End(ReadNumber(), JsonToken.Number);
            }
        }

        private JsonToken End(bool isSound, JsonToken token)
        {
            EndValue();
            return isSound ? token : JsonToken.Error;
        }

        private JsonToken Enter(bool isObject)
        {
            if (_depth == DepthMax)
            {
                return JsonToken.Error;
            }

            Position++;
            _isObject[_depth++] = isObject;
            _afterValue = false;
            _afterComma = false;
            _afterName = false;
            return isObject ? JsonToken.ObjectStart : JsonToken.ArrayStart;
        }

        private bool ReadLiteral(string literal)
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

        private bool ReadNumber()
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

        private bool ReadString()
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
