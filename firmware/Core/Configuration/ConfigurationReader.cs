using System;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads <c>ulmedge.json</c>. Whatever stands there, a usable configuration comes out, and a sentence per fault.</summary>
    /// <remarks>
    /// A field that is wrong keeps its default; a text that is no JSON gives the defaults throughout, since half a
    /// configuration could send one node's data under another's name.
    /// </remarks>
    public sealed class ConfigurationReader
    {
        private readonly JsonReader _json;
        private readonly Complaints _complaints;
        private readonly NodeConfiguration _configuration;
        private readonly FieldReader _fields;
        private readonly BrokersReader _brokers;
        private readonly bool _isDesired;
        private string _id;

        private ConfigurationReader(byte[] bytes, int length, NodeConfiguration configuration, bool isDesired, Complaints complaints)
        {
            _json = new JsonReader(bytes, length);
            _complaints = complaints;
            _configuration = configuration;
            _isDesired = isDesired;
            _fields = new FieldReader(_json, complaints);
            _brokers = new BrokersReader(_json, _fields, complaints, !isDesired);
        }

        /// <summary>Reads a configuration.</summary>
        /// <param name="bytes">The file, UTF-8.</param>
        /// <param name="length">Its length.</param>
        /// <param name="pseudonym">The node's id if the file gives none.</param>
        /// <param name="complaints">Takes what is wrong with it.</param>
        public static NodeConfiguration Read(byte[] bytes, int length, string pseudonym, Complaints complaints)
        {
            NodeConfiguration configuration = new NodeConfiguration(pseudonym);
            ConfigurationReader reader = new ConfigurationReader(bytes, length, configuration, false, complaints);
            if (reader.TryReadAll())
            {
                return configuration;
            }

            complaints.Add("ulmedge.json is not JSON at byte " + reader._json.Position.ToString() + "; all defaults are used");
            return new NodeConfiguration(pseudonym);
        }

        /// <summary>Reads what is to be different from <c>ulmedge.json</c>. It is of use only if there is no complaint.</summary>
        /// <param name="bytes">The message, UTF-8.</param>
        /// <param name="length">Its length.</param>
        /// <param name="configuration">What the file says; takes what is different.</param>
        /// <param name="complaints">Takes what is wrong with it.</param>
        /// <returns>The id under which it is answered, or null if there is no valid one.</returns>
        public static string ReadDesired(byte[] bytes, int length, NodeConfiguration configuration, Complaints complaints)
        {
            ConfigurationReader reader = new ConfigurationReader(bytes, length, configuration, true, complaints);
            if (!reader.TryReadAll())
            {
                complaints.Add("config/desired is not JSON at byte " + reader._json.Position.ToString());
            }
            else if (reader._id == null)
            {
                complaints.Add("id must be there, 1 to " + Limits.CommandIdCharactersMax.ToString() + " of a-z, A-Z, 0-9 and hyphen");
            }

            return reader._id;
        }

        private bool TryReadAll()
        {
            return _json.Read() == JsonToken.ObjectStart && ReadNode() && _json.Read() == JsonToken.End;
        }

        private bool ReadNode()
        {
            JsonToken token = _json.Read();
            for (; token == JsonToken.Name; token = _json.Read())
            {
                string name = _json.Text;
                bool isSound = _isDesired && name == "id" ? ReadId()
                    : _isDesired && IsForFileOnly(name) ? RefuseHere(name)
                    : ReadField(name);
                if (!isSound)
                {
                    return false;
                }
            }

            return token == JsonToken.ObjectEnd;
        }

        // What names the node, guards its data, or decides whom it trusts is changed with a cable.
        private static bool IsForFileOnly(string name)
        {
            switch (name)
            {
                case "node":
                case "root":
                case "board":
                case "timeFloor":
                case "journalSegments":
                case "trust":
                case "certificate":
                case "key":
                    return true;
                default:
                    return false;
            }
        }

        private bool RefuseHere(string name)
        {
            _complaints.Add(name + " can be changed in ulmedge.json only");
            return _json.Skip();
        }

        private bool ReadField(string name)
        {
            switch (name)
            {
                case "node": return ReadNodeId();
                case "root": return ReadRoot();
                case "board": return _fields.ReadText(name, ref _configuration.Board);
                case "timeServer": return _fields.ReadText(name, ref _configuration.TimeServer);
                case "broker": return _brokers.ReadOne(_configuration);
                case "brokers": return _brokers.ReadList(_configuration);
                case "trust":
                    return _fields.ReadNames(
                        name, "[\"ca.pem\"]", Limits.TrustFilesMax, "the device's store is used", ref _configuration.TrustFiles);
                case "certificate": return _fields.ReadText(name, ref _configuration.CertificateFile);
                case "key": return _fields.ReadText(name, ref _configuration.KeyFile);
                case "sensors":
                    return _fields.ReadNames(
                        name, "[\"bme280\"]", Limits.SensorsConfiguredMax, "one bme280 is used", ref _configuration.Sensors);
                case "intervals":
                case "calibrations":
                case "alarms": return ReadRules(name);
                case "homeAssistant": return _fields.ReadFlag(name, ref _configuration.HomeAssistant);
                case "payload": return ReadPayload();
                default: return ReadNumber(name);
            }
        }

        private bool ReadRules(string name)
        {
            bool isJson;
            switch (name)
            {
                case "intervals":
                    isJson = new IntervalsReader(_json, _complaints).Read(typeof(IntervalSettings), out Array intervals);
                    _configuration.Intervals = (IntervalSettings[])intervals;
                    return isJson;
                case "calibrations":
                    isJson = new CalibrationsReader(_json, _complaints).Read(typeof(CalibrationSettings), out Array calibrations);
                    _configuration.Calibrations = (CalibrationSettings[])calibrations;
                    return isJson;
                default:
                    isJson = new AlarmsReader(_json, _complaints).Read(typeof(AlarmSettings), out Array alarms);
                    _configuration.Alarms = (AlarmSettings[])alarms;
                    return isJson;
            }
        }

        private bool ReadNumber(string name)
        {
            switch (name)
            {
                case "sampleSeconds":
                    return _fields.ReadInteger(
                        name, Limits.SampleSecondsMin, Limits.SampleSecondsMax, ref _configuration.SampleSeconds);
                case "batchSamples":
                    return _fields.ReadInteger(name, 1, Limits.SamplesPerBatchMax, ref _configuration.BatchSamples);
                case "batchSeconds":
                    return _fields.ReadInteger(name, 1, Limits.SampleSecondsMax, ref _configuration.BatchSeconds);
                case "healthSeconds":
                    return _fields.ReadInteger(name, 60, Limits.SampleSecondsMax, ref _configuration.HealthSeconds);
                case "window": return _fields.ReadInteger(name, 1, Limits.WindowMax, ref _configuration.Window);
                case "timeFloor": return _fields.ReadInteger(name, 0, int.MaxValue, ref _configuration.TimeFloorUnixSeconds);
                case "journalSegments":
                    return _fields.ReadInteger(name, Limits.SegmentsMin, Limits.SegmentsMax, ref _configuration.JournalSegments);
                default: return _fields.SkipUnknown(name);
            }
        }

        private bool ReadId()
        {
            string id = null;
            if (!_fields.ReadText("id", ref id))
            {
                return false;
            }

            _id = id != null && Names.IsCommandId(id) ? id : null;
            return true;
        }

        private bool ReadNodeId()
        {
            string id = null;
            if (!_fields.ReadText("node", ref id))
            {
                return false;
            }

            if (id != null && !Names.IsNodeId(id))
            {
                _complaints.Add(
                    "node is \"" + id + "\"; it must be 1 to 32 of a-z, 0-9 and hyphen, so " + _configuration.NodeId + " is used");
                return true;
            }

            _configuration.NodeId = id ?? _configuration.NodeId;
            return true;
        }

        private bool ReadRoot()
        {
            string root = null;
            if (!_fields.ReadText("root", ref root))
            {
                return false;
            }

            if (root != null && !Names.IsRoot(root))
            {
                _complaints.Add(
                    "root is \"" + root + "\"; it must be 1 to 64 of a-z, A-Z, 0-9, hyphen and single slashes between, so " +
                    _configuration.Root + " is used");
                return true;
            }

            _configuration.Root = root ?? _configuration.Root;
            return true;
        }

        private bool ReadPayload()
        {
            string payload = _configuration.Payload;
            if (!_fields.ReadText("payload", ref payload))
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
    }
}
