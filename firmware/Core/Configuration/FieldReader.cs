using System.Collections;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads single fields of a configuration: what is wrong keeps its value, and is complained of in one sentence.</summary>
    /// <remarks>Every method returns false only if the text is no JSON.</remarks>
    internal sealed class FieldReader
    {
        private readonly JsonReader _json;
        private readonly Complaints _complaints;

        /// <summary>A reader of a text.</summary>
        public FieldReader(JsonReader json, Complaints complaints)
        {
            _json = json;
            _complaints = complaints;
        }

        /// <summary>Reads a text that is not empty.</summary>
        public bool ReadText(string name, ref string field)
        {
            JsonToken token = _json.Read();
            if (token == JsonToken.String && _json.Text.Length > 0)
            {
                field = _json.Text;
                return true;
            }

            _complaints.Add(name + " must be a text in quotes that is not empty; the default is used");
            return SkipStarted(token);
        }

        /// <summary>Reads a whole number within limits.</summary>
        public bool ReadInteger(string name, int min, int max, ref int field)
        {
            JsonToken token = _json.Read();
            if (token == JsonToken.Number && _json.IsInteger && _json.Integer >= min && _json.Integer <= max)
            {
                field = (int)_json.Integer;
                return true;
            }

            _complaints.Add(
                name + Value(token) + " must be a whole number from " + min.ToString() + " to " + max.ToString() +
                ", so " + field.ToString() + " is used");
            return SkipStarted(token);
        }

        /// <summary>Reads a number with a fraction, within limits.</summary>
        /// <param name="name">The field.</param>
        /// <param name="decimals">Places after the point at most; the field has as many.</param>
        /// <param name="max">The greatest number, and without its sign the least, in whole units.</param>
        /// <param name="field">Takes it.</param>
        public bool ReadDecimal(string name, int decimals, int max, ref int field)
        {
            long most = max;
            for (int i = 0; i < decimals; i++)
            {
                most *= 10;
            }

            JsonToken token = _json.Read();
            if (token == JsonToken.Number && DecimalText.TryRead(_json.Text, decimals, out long value)
                && value <= most && value >= -most)
            {
                field = (int)value;
                return true;
            }

            _complaints.Add(
                name + Value(token) + " must be a number from -" + max.ToString() + " to " + max.ToString() + " with at most " +
                decimals.ToString() + " decimals, so it is left out");
            return SkipStarted(token);
        }

        /// <summary>Reads true or false.</summary>
        public bool ReadFlag(string name, ref bool field)
        {
            JsonToken token = _json.Read();
            if (token == JsonToken.Literal && _json.Text != "null")
            {
                field = _json.Text == "true";
                return true;
            }

            _complaints.Add(name + Value(token) + " must be true or false without quotes, so " + (field ? "true" : "false") + " is used");
            return SkipStarted(token);
        }

        /// <summary>Reads a list of texts.</summary>
        /// <param name="name">The field.</param>
        /// <param name="example">One that would be right.</param>
        /// <param name="max">The most there may be.</param>
        /// <param name="instead">What happens if the list is wrong.</param>
        /// <param name="field">Takes them.</param>
        public bool ReadNames(string name, string example, int max, string instead, ref string[] field)
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ArrayStart)
            {
                _complaints.Add(name + " must be a list of names like " + example + "; " + instead);
                return SkipStarted(token);
            }

            ArrayList names = new ArrayList();
            for (token = _json.Read(); token == JsonToken.String; token = _json.Read())
            {
                names.Add(_json.Text);
            }

            if (token != JsonToken.ArrayEnd)
            {
                _complaints.Add(name + " must hold names in quotes only; " + instead);
                return SkipStarted(token) && SkipRest();
            }

            if (names.Count > max)
            {
                _complaints.Add(
                    name + " has " + names.Count.ToString() + " entries; at most " + max.ToString() + " are possible, so " + instead);
                return true;
            }

            field = (string[])names.ToArray(typeof(string));
            return true;
        }

        /// <summary>Passes over a field that nobody knows.</summary>
        public bool SkipUnknown(string name)
        {
            _complaints.Add(name + " is not known; it is ignored");
            return _json.Skip();
        }

        /// <summary>After a value's first token: reads to its end.</summary>
        public bool SkipStarted(JsonToken token)
        {
            return token == JsonToken.ObjectStart || token == JsonToken.ArrayStart
                ? SkipRest()
                : token != JsonToken.Error && token != JsonToken.End;
        }

        /// <summary>Reads to the end of the list or object that was begun.</summary>
        public bool SkipRest()
        {
            int depth = 1;
            while (depth > 0)
            {
                switch (_json.Read())
                {
                    case JsonToken.ObjectStart:
                    case JsonToken.ArrayStart:
                        depth++;
                        break;
                    case JsonToken.ObjectEnd:
                    case JsonToken.ArrayEnd:
                        depth--;
                        break;
                    case JsonToken.Error:
                    case JsonToken.End:
                        return false;
                }
            }

            return true;
        }

        private string Value(JsonToken token)
        {
            bool isPlain = token == JsonToken.Number || token == JsonToken.String || token == JsonToken.Literal;
            return isPlain ? " is " + _json.Text + "; it" : string.Empty;
        }
    }
}
