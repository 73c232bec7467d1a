using System.Collections;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads <c>ulmedge.json</c>. Whatever stands there, a usable configuration comes out, and a sentence per fault.</summary>
    /// <remarks>
    /// A field that is wrong keeps its default; a text that is no JSON gives the defaults throughout, since half a
    /// configuration could send one node's data under another's name.
    /// </remarks>
    public sealed class ConfigurationReader
    {
        private const int SensorsMax = 4;

        private readonly JsonReader _json;
        private readonly Complaints _complaints;
        private readonly NodeConfiguration _configuration;
        private readonly BrokerSettings[] _named;
        private bool _hasPort;
        private string _id;

        private ConfigurationReader(byte[] bytes, int length, NodeConfiguration configuration, BrokerSettings[] named, Complaints complaints)
        {
            _json = new JsonReader(bytes, length);
            _complaints = complaints;
            _configuration = configuration;
            _named = named;
        }

        private bool IsRemote => _named != null;

        /// <summary>Reads a configuration.</summary>
        /// <param name="bytes">The file, UTF-8.</param>
        /// <param name="length">Its length.</param>
        /// <param name="pseudonym">The node's id if the file gives none.</param>
        /// <param name="complaints">Takes what is wrong with it.</param>
        public static NodeConfiguration Read(byte[] bytes, int length, string pseudonym, Complaints complaints)
        {
            ConfigurationReader reader = new ConfigurationReader(bytes, length, new NodeConfiguration(pseudonym), null, complaints);
            if (reader._json.Read() == JsonToken.ObjectStart && reader.ReadNode() && reader._json.Read() == JsonToken.End)
            {
                return reader._configuration;
            }

            complaints.Add("ulmedge.json is not JSON at byte " + reader._json.Position.ToString() + "; all defaults are used");
            return new NodeConfiguration(pseudonym);
        }

        /// <summary>Reads what was sent to the node: an id, and the fields in which it differs from what it was provisioned with.</summary>
        /// <param name="bytes">The message, UTF-8.</param>
        /// <param name="length">Its length.</param>
        /// <param name="provisioned">What the node was provisioned with.</param>
        /// <param name="complaints">Takes what is wrong with it; if there is anything, nothing of it is to be used.</param>
        /// <param name="id">Its id, or null.</param>
        public static NodeConfiguration ReadDesired(
            byte[] bytes, int length, NodeConfiguration provisioned, Complaints complaints, out string id)
        {
            ConfigurationReader reader = new ConfigurationReader(
                bytes, length, provisioned.Copy(), provisioned.Brokers, complaints);
            bool isSound = reader._json.Read() == JsonToken.ObjectStart && reader.ReadNode() && reader._json.Read() == JsonToken.End;
            id = reader._id;
            if (!isSound)
            {
                complaints.Add("it is not JSON at byte " + reader._json.Position.ToString());
            }
            else if (id == null)
            {
                complaints.Add("id is missing");
            }

            return reader._configuration;
        }

        private bool ReadNode()
        {
            JsonToken token = _json.Read();
            for (; token == JsonToken.Name; token = _json.Read())
            {
                if (!ReadNodeField(_json.Text))
                {
                    return false;
                }
            }

            return token == JsonToken.ObjectEnd;
        }

        private bool ReadNodeField(string name)
        {
            if (IsRemote && name == "id")
            {
                return ReadId();
            }

            if (IsRemote && IsLocal(name))
            {
                _complaints.Add(name + " cannot be set from afar");
                return _json.Skip();
            }

            switch (name)
            {
                case "node": return ReadNodeId();
                case "root": return ReadRoot();
                case "board": return ReadText(name, ref _configuration.Board);
                case "timeServer": return ReadText(name, ref _configuration.TimeServer);
                case "broker": return ReadBroker();
                case "brokers": return ReadBrokers();
                case "trust": return ReadTrust();
                case "certificate": return ReadText(name, ref _configuration.CertificateFile);
                case "key": return ReadText(name, ref _configuration.KeyFile);
                case "sensors": return ReadSensors();
                case "homeAssistant": return ReadFlag(name, ref _configuration.HomeAssistant);
                case "sampleSeconds":
                    return ReadInteger(name, Limits.SampleSecondsMin, Limits.SampleSecondsMax, ref _configuration.SampleSeconds);
                case "batchSamples": return ReadInteger(name, 1, Limits.SamplesPerBatchMax, ref _configuration.BatchSamples);
                case "healthSeconds":
                    return ReadInteger(name, 60, Limits.SampleSecondsMax, ref _configuration.HealthSeconds);
                case "payload": return ReadPayload();
                case "window": return ReadInteger(name, 1, Limits.WindowMax, ref _configuration.Window);
                case "timeFloor": return ReadInteger(name, 0, int.MaxValue, ref _configuration.TimeFloorUnixSeconds);
                case "journalSegments":
                    return ReadInteger(name, Limits.SegmentsMin, Limits.SegmentsMax, ref _configuration.JournalSegments);
                case "batchSeconds": return ReadInteger(name, 1, Limits.SampleSecondsMax, ref _configuration.BatchSeconds);
                default: return SkipUnknown(name);
            }
        }

        private static bool IsLocal(string name)
        {
            return name == "node" || name == "root" || name == "board" || name == "timeFloor" || name == "journalSegments"
                || name == "trust" || name == "certificate" || name == "key";
        }

        private bool ReadId()
        {
            JsonToken token = _json.Read();
            if (token == JsonToken.String && Names.IsCommandId(_json.Text))
            {
                _id = _json.Text;
                return true;
            }

            _complaints.Add("id must be 1 to " + Limits.CommandIdCharactersMax.ToString() + " of a-z, A-Z, 0-9 and hyphen");
            return SkipStarted(token);
        }

        private bool ReadBroker()
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ObjectStart)
            {
                _complaints.Add("broker must be an object like {\"host\":\"broker.example\",\"port\":8883}; no broker is used");
                return SkipStarted(token);
            }

            ArrayList brokers = new ArrayList();
            return ReadBrokerFields("broker", brokers) && TakeBrokers(brokers);
        }

        private bool ReadBrokers()
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ArrayStart)
            {
                _complaints.Add("brokers must be a list of objects like {\"host\":\"broker.example\",\"port\":8883}; it is ignored");
                return SkipStarted(token);
            }

            ArrayList brokers = new ArrayList();
            for (token = _json.Read(); token == JsonToken.ObjectStart; token = _json.Read())
            {
                if (!ReadBrokerFields("brokers", brokers))
                {
                    return false;
                }
            }

            if (token != JsonToken.ArrayEnd)
            {
                _complaints.Add("brokers must hold objects only; it is ignored");
                return SkipStarted(token) && SkipRest();
            }

            return TakeBrokers(brokers);
        }

        private bool TakeBrokers(ArrayList brokers)
        {
            if (brokers.Count > Limits.BrokersMax)
            {
                _complaints.Add(
                    "brokers has " + brokers.Count.ToString() + " entries; the first " + Limits.BrokersMax.ToString() + " are used");
                while (brokers.Count > Limits.BrokersMax)
                {
                    brokers.RemoveAt(brokers.Count - 1);
                }
            }

            _configuration.Brokers = (BrokerSettings[])brokers.ToArray(typeof(BrokerSettings));
            return true;
        }

        private bool ReadBrokerFields(string name, ArrayList brokers)
        {
            BrokerSettings broker = new BrokerSettings();
            _hasPort = false;
            JsonToken token = _json.Read();
            for (; token == JsonToken.Name; token = _json.Read())
            {
                if (!ReadBrokerField(name, _json.Text, broker))
                {
                    return false;
                }
            }

            if (!_hasPort && !broker.IsEncrypted)
            {
                broker.Port = BrokerSettings.PortPlain;
            }

            if (broker.Host == null)
            {
                _complaints.Add(name + ".host is missing; without it the broker is not used");
            }
            else
            {
                Secure(name, broker);
                brokers.Add(broker);
            }

            return token == JsonToken.ObjectEnd;
        }

        // Who is named by the file keeps its account; in the clear the node talks only to whom the file names so.
        private void Secure(string name, BrokerSettings broker)
        {
            BrokerSettings known = null;
            for (int i = 0; IsRemote && i < _named.Length; i++)
            {
                known = known == null && _named[i].Host == broker.Host ? _named[i] : known;
            }

            if (IsRemote && !broker.IsEncrypted && (known == null || known.IsEncrypted))
            {
                _complaints.Add(name + ".tls is false; without TLS the node talks only to brokers that ulmedge.json has without TLS");
            }

            if (known != null)
            {
                broker.User = known.User;
                broker.Password = known.Password;
            }
        }

        private bool ReadBrokerField(string broker, string name, BrokerSettings settings)
        {
            switch (name)
            {
                case "host": return ReadText(broker + ".host", ref settings.Host);
                case "port":
                    _hasPort = true;
                    return ReadInteger(broker + ".port", 1, 65535, ref settings.Port);
                case "tls": return ReadFlag(broker + ".tls", ref settings.IsEncrypted);
                case "user" when IsRemote:
                case "password" when IsRemote:
                    _complaints.Add(broker + "." + name + " cannot be set from afar");
                    return _json.Skip();
                case "user": return ReadText(broker + ".user", ref settings.User);
                case "password": return ReadText(broker + ".password", ref settings.Password);
                default: return SkipUnknown(broker + "." + name);
            }
        }

        private bool ReadSensors()
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ArrayStart)
            {
                _complaints.Add("sensors must be a list of names like [\"bme280\"]; one bme280 is used");
                return SkipStarted(token);
            }

            ArrayList names = new ArrayList();
            for (token = _json.Read(); token == JsonToken.String; token = _json.Read())
            {
                names.Add(_json.Text);
            }

            if (token != JsonToken.ArrayEnd)
            {
                _complaints.Add("sensors must hold names in quotes only; one bme280 is used");
                return SkipStarted(token) && SkipRest();
            }

            if (names.Count > SensorsMax)
            {
                _complaints.Add(
                    "sensors has " + names.Count.ToString() + " entries; at most " + SensorsMax.ToString() +
                    " can be fitted, so one bme280 is used");
                return true;
            }

            _configuration.Sensors = (string[])names.ToArray(typeof(string));
            return true;
        }

        private bool ReadTrust()
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ArrayStart)
            {
                _complaints.Add("trust must be a list of files like [\"ca.pem\"]; the certificates in the device's store are used");
                return SkipStarted(token);
            }

            ArrayList files = new ArrayList();
            for (token = _json.Read(); token == JsonToken.String; token = _json.Read())
            {
                files.Add(_json.Text);
            }

            if (token != JsonToken.ArrayEnd || files.Count > Limits.TrustFilesMax)
            {
                _complaints.Add("trust must hold at most two names of files in quotes; the certificates in the device's store are used");
                return token == JsonToken.ArrayEnd || (SkipStarted(token) && SkipRest());
            }

            _configuration.TrustFiles = (string[])files.ToArray(typeof(string));
            return true;
        }

        private bool ReadNodeId()
        {
            string id = null;
            if (!ReadText("node", ref id))
            {
                return false;
            }

            if (id == null)
            {
                return true;
            }

            if (!Names.IsNodeId(id))
            {
                _complaints.Add(
                    "node is \"" + id + "\"; it must be 1 to 32 of a-z, 0-9 and hyphen, so " + _configuration.NodeId + " is used");
                return true;
            }

            _configuration.NodeId = id;
            return true;
        }

        private bool ReadRoot()
        {
            string root = null;
            if (!ReadText("root", ref root))
            {
                return false;
            }

            if (root == null)
            {
                return true;
            }

            if (!Names.IsRoot(root))
            {
                _complaints.Add(
                    "root is \"" + root + "\"; it must be 1 to 64 of a-z, A-Z, 0-9, hyphen and single slashes between, so " +
                    _configuration.Root + " is used");
                return true;
            }

            _configuration.Root = root;
            return true;
        }

        private bool ReadPayload()
        {
            string payload = _configuration.Payload;
            if (!ReadText("payload", ref payload))
            {
                return false;
            }

            if (!Payloads.IsKnown(payload))
            {
                _complaints.Add(
                    "payload is \"" + payload + "\"; it must be " + Payloads.All + ", so " + _configuration.Payload + " is used");
                return true;
            }

            _configuration.Payload = payload;
            return true;
        }

        private bool ReadText(string name, ref string field)
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

        private bool ReadInteger(string name, int min, int max, ref int field)
        {
            JsonToken token = _json.Read();
            if (token == JsonToken.Number && _json.IsInteger && _json.Integer >= min && _json.Integer <= max)
            {
                field = (int)_json.Integer;
                return true;
            }

            bool isPlain = token == JsonToken.Number || token == JsonToken.String || token == JsonToken.Literal;
            _complaints.Add(
                name + (isPlain ? " is " + _json.Text + "; it" : string.Empty) + " must be a whole number from " +
                min.ToString() + " to " + max.ToString() + ", so " + field.ToString() + " is used");
            return SkipStarted(token);
        }

        private bool ReadFlag(string name, ref bool field)
        {
            JsonToken token = _json.Read();
            if (token == JsonToken.Literal && _json.Text != "null")
            {
                field = _json.Text == "true";
                return true;
            }

            bool isPlain = token == JsonToken.Number || token == JsonToken.String || token == JsonToken.Literal;
            _complaints.Add(
                name + (isPlain ? " is " + _json.Text + "; it" : string.Empty) + " must be true or false without quotes, so " +
                (field ? "true" : "false") + " is used");
            return SkipStarted(token);
        }

        private bool SkipUnknown(string name)
        {
            _complaints.Add(name + " is not known; it is ignored");
            return _json.Skip();
        }

        // After a value's first token: reads to its end.
        private bool SkipStarted(JsonToken token)
        {
            return token == JsonToken.ObjectStart || token == JsonToken.ArrayStart
                ? SkipRest()
                : token != JsonToken.Error && token != JsonToken.End;
        }

        private bool SkipRest()
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
    }
}
