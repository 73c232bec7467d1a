using System.Collections;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads where the brokers are: <c>broker</c>, or <c>brokers</c>.</summary>
    internal sealed class BrokersReader
    {
        private readonly JsonReader _json;
        private readonly FieldReader _fields;
        private readonly Complaints _complaints;
        private readonly bool _takesCredentials;
        private readonly ArrayList _brokers = new ArrayList();
        private bool _hasPort;

        /// <summary>A reader of a text.</summary>
        /// <param name="json">The text.</param>
        /// <param name="fields">Its fields.</param>
        /// <param name="complaints">Takes what is wrong.</param>
        /// <param name="takesCredentials">Whether user and password may stand there.</param>
        public BrokersReader(JsonReader json, FieldReader fields, Complaints complaints, bool takesCredentials)
        {
            _json = json;
            _fields = fields;
            _complaints = complaints;
            _takesCredentials = takesCredentials;
        }

        /// <summary>Reads one broker.</summary>
        public bool ReadOne(NodeConfiguration configuration)
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ObjectStart)
            {
                _complaints.Add("broker must be an object like {\"host\":\"broker.example\",\"port\":8883}; no broker is used");
                return _fields.SkipStarted(token);
            }

            _brokers.Clear();
            return ReadBroker("broker") && Take(configuration);
        }

        /// <summary>Reads a list of brokers.</summary>
        public bool ReadList(NodeConfiguration configuration)
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ArrayStart)
            {
                _complaints.Add("brokers must be a list of objects like {\"host\":\"broker.example\",\"port\":8883}; it is ignored");
                return _fields.SkipStarted(token);
            }

            _brokers.Clear();
            for (token = _json.Read(); token == JsonToken.ObjectStart; token = _json.Read())
            {
                if (!ReadBroker("brokers"))
                {
                    return false;
                }
            }

            if (token != JsonToken.ArrayEnd)
            {
                _complaints.Add("brokers must hold objects only; it is ignored");
                return _fields.SkipStarted(token) && _fields.SkipRest();
            }

            return Take(configuration);
        }

        private bool Take(NodeConfiguration configuration)
        {
            if (_brokers.Count > Limits.BrokersMax)
            {
                _complaints.Add(
                    "brokers has " + _brokers.Count.ToString() + " entries; the first " + Limits.BrokersMax.ToString() + " are used");
                while (_brokers.Count > Limits.BrokersMax)
                {
                    _brokers.RemoveAt(_brokers.Count - 1);
                }
            }

            configuration.Brokers = (BrokerSettings[])_brokers.ToArray(typeof(BrokerSettings));
            return true;
        }

        private bool ReadBroker(string name)
        {
            BrokerSettings broker = new BrokerSettings();
            _hasPort = false;
            JsonToken token = _json.Read();
            for (; token == JsonToken.Name; token = _json.Read())
            {
                if (!ReadField(name, _json.Text, broker))
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
                _brokers.Add(broker);
            }

            return token == JsonToken.ObjectEnd;
        }

        private bool ReadField(string broker, string name, BrokerSettings settings)
        {
            if (!_takesCredentials && (name == "user" || name == "password"))
            {
                _complaints.Add(broker + "." + name + " may stand in ulmedge.json only: what is sent to a node can be read by others");
                return _json.Skip();
            }

            switch (name)
            {
                case "host": return _fields.ReadText(broker + ".host", ref settings.Host);
                case "port":
                    _hasPort = true;
                    return _fields.ReadInteger(broker + ".port", 1, 65535, ref settings.Port);
                case "tls": return _fields.ReadFlag(broker + ".tls", ref settings.IsEncrypted);
                case "user": return _fields.ReadText(broker + ".user", ref settings.User);
                case "password": return _fields.ReadText(broker + ".password", ref settings.Password);
                default: return _fields.SkipUnknown(broker + "." + name);
            }
        }
    }
}
