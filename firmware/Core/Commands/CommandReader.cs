using UlmEdge.Core.Configuration;

namespace UlmEdge.Core.Commands
{
    /// <summary>Reads commands. Whatever bytes come, a command comes out, perhaps with a fault.</summary>
    public static class CommandReader
    {
        /// <summary>Reads a command. Fields that are not known are ignored (contract: additions are not breaking).</summary>
        /// <param name="payload">The message.</param>
        public static Command Read(byte[] payload)
        {
            Command command = new Command { Epoch = -1, First = -1, End = -1, Sequence = -1, Seconds = -1, Until = -1, At = -1 };
            JsonReader json = new JsonReader(payload, payload.Length);
            if (json.Read() != JsonToken.ObjectStart || !ReadFields(json, command) || json.Read() != JsonToken.End)
            {
                command.Fault = "the command is not a JSON object, at byte " + json.Position.ToString();
            }

            return command;
        }

        private static bool ReadFields(JsonReader json, Command command)
        {
            JsonToken token = json.Read();
            for (; token == JsonToken.Name; token = json.Read())
            {
                if (!ReadField(json, json.Text, command))
                {
                    return false;
                }
            }

            return token == JsonToken.ObjectEnd;
        }

        private static bool ReadField(JsonReader json, string name, Command command)
        {
            switch (name)
            {
                case "id": return ReadId(json, command);
                case "epoch": return ReadNumber(json, name, command, ref command.Epoch);
                case "first": return ReadNumber(json, name, command, ref command.First);
                case "end": return ReadNumber(json, name, command, ref command.End);
                case "seq": return ReadNumber(json, name, command, ref command.Sequence);
                case "seconds": return ReadNumber(json, name, command, ref command.Seconds);
                case "until": return ReadMoment(json, name, command, ref command.Until);
                case "at": return ReadMoment(json, name, command, ref command.At);
                default: return json.Skip();
            }
        }

        private static bool ReadId(JsonReader json, Command command)
        {
            JsonToken token = json.Read();
            if (token == JsonToken.String && Names.IsCommandId(json.Text))
            {
                command.Id = json.Text;
                return true;
            }

            command.Fault = "id must be 1 to " + Limits.CommandIdCharactersMax.ToString() + " of a-z, A-Z, 0-9 and hyphen";
            return token != JsonToken.Error && (token == JsonToken.String || token == JsonToken.Number || token == JsonToken.Literal);
        }

        // Beyond 2038, and not so large that a sum with it could overflow.
        private static bool ReadMoment(JsonReader json, string name, Command command, ref long field)
        {
            JsonToken token = json.Read();
            if (token == JsonToken.Number && json.IsInteger && json.Integer >= 0 && json.Integer <= uint.MaxValue)
            {
                field = json.Integer;
                return true;
            }

            command.Fault = name + " must be a Unix second, a whole number from 0 to 4294967295";
            return token == JsonToken.String || token == JsonToken.Number || token == JsonToken.Literal;
        }

        private static bool ReadNumber(JsonReader json, string name, Command command, ref int field)
        {
            JsonToken token = json.Read();
            if (token == JsonToken.Number && json.IsInteger && json.Integer >= 0 && json.Integer <= int.MaxValue)
            {
                field = (int)json.Integer;
                return true;
            }

            command.Fault = name + " must be a whole number from 0 to 2147483647";
            return token == JsonToken.String || token == JsonToken.Number || token == JsonToken.Literal;
        }
    }
}
