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

        private readonly JsonScanner _scanner;
        private readonly bool[] _isObject = new bool[DepthMax];
        private int _depth;
        private bool _afterValue;
        private bool _afterComma;
        private bool _afterName;

        /// <summary>A reader at the start of a text.</summary>
        public JsonReader(byte[] bytes, int length)
        {
            _scanner = new JsonScanner(bytes, length);
        }

        /// <summary>Where the reader stands, in bytes from the start.</summary>
        public int Position => _scanner.Position;

        /// <summary>The name or string read last, or the literal's text, or a number's digits as they stand there.</summary>
        public string Text => _scanner.Text;

        /// <summary>The number read last, if <see cref="IsInteger"/>.</summary>
        public long Integer => _scanner.Integer;

        /// <summary>Whether the number read last is whole and has at most 18 digits.</summary>
        public bool IsInteger => _scanner.IsInteger;

        /// <summary>Reads the next part.</summary>
        public JsonToken Read()
        {
            _scanner.SkipSpace();
            if (_scanner.IsAtEnd)
            {
                return _depth == 0 && _afterValue ? JsonToken.End : JsonToken.Error;
            }

            byte next = _scanner.Next;
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

        private bool TakeComma()
        {
            if (_depth == 0 || _scanner.Next != ',')
            {
                return false;
            }

            _scanner.Advance();
            _scanner.SkipSpace();
            _afterValue = false;
            _afterComma = true;
            return !_scanner.IsAtEnd && _scanner.Next != '}' && _scanner.Next != ']';
        }

        private JsonToken Leave(bool isObject)
        {
            if (_depth == 0 || _isObject[_depth - 1] != isObject || _afterName || _afterComma)
            {
                return JsonToken.Error;
            }

            _scanner.Advance();
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
            if (_scanner.Next != '"' || !_scanner.ReadString())
            {
                return JsonToken.Error;
            }

            _scanner.SkipSpace();
            if (_scanner.IsAtEnd || _scanner.Next != ':')
            {
                return JsonToken.Error;
            }

            _scanner.Advance();
            _afterName = true;
            _afterComma = false;
            return JsonToken.Name;
        }

        private JsonToken ReadValue()
        {
            switch (_scanner.Next)
            {
                case (byte)'{': return Enter(true);
                case (byte)'[': return Enter(false);
                case (byte)'"': return End(_scanner.ReadString(), JsonToken.String);
                case (byte)'t': return End(_scanner.ReadLiteral("true"), JsonToken.Literal);
                case (byte)'f': return End(_scanner.ReadLiteral("false"), JsonToken.Literal);
                case (byte)'n': return End(_scanner.ReadLiteral("null"), JsonToken.Literal);
                default: return End(_scanner.ReadNumber(), JsonToken.Number);
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

            _scanner.Advance();
            _isObject[_depth++] = isObject;
            _afterValue = false;
            _afterComma = false;
            _afterName = false;
            return isObject ? JsonToken.ObjectStart : JsonToken.ArrayStart;
        }
    }
}
