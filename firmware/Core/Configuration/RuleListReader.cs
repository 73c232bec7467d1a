using System;
using System.Collections;

namespace UlmEdge.Core.Configuration
{
    /// <summary>Reads a list of rules. One that is wrong is left out, and complained of.</summary>
    /// <remarks>Every method returns false only if the text is no JSON.</remarks>
    internal abstract class RuleListReader
    {
        private readonly JsonReader _json;
        private readonly Complaints _complaints;
        private readonly string _list;
        private readonly string _example;
        private readonly int _countMax;

        /// <summary>A reader of a text.</summary>
        /// <param name="json">The text.</param>
        /// <param name="complaints">Takes what is wrong.</param>
        /// <param name="list">The list's field.</param>
        /// <param name="example">One that would be right.</param>
        /// <param name="countMax">The most rules there may be.</param>
        protected RuleListReader(JsonReader json, Complaints complaints, string list, string example, int countMax)
        {
            _json = json;
            _complaints = complaints;
            _list = list;
            _example = example;
            _countMax = countMax;
            Fields = new FieldReader(json, complaints);
        }

        /// <summary>Reads single fields.</summary>
        protected FieldReader Fields { get; }

        /// <summary>Reads the list.</summary>
        /// <param name="type">The rules' type.</param>
        /// <param name="rules">Takes the sound ones, as an array of that type.</param>
        public bool Read(Type type, out Array rules)
        {
            ArrayList sound = new ArrayList();
            bool isJson = ReadList(sound);
            rules = sound.ToArray(type);
            return isJson;
        }

        /// <summary>Begins a rule.</summary>
        protected abstract object Begin();

        /// <summary>Reads a field of the rule begun last.</summary>
        protected abstract bool ReadField(string name, string path);

        /// <summary>What is wrong with the rule begun last, or null.</summary>
        protected abstract string Fault();

        private bool ReadList(ArrayList rules)
        {
            JsonToken token = _json.Read();
            if (token != JsonToken.ArrayStart)
            {
                _complaints.Add(_list + " must be a list of objects like " + _example + "; it is ignored");
                return Fields.SkipStarted(token);
            }

            for (token = _json.Read(); token == JsonToken.ObjectStart; token = _json.Read())
            {
                if (!ReadRule(rules))
                {
                    return false;
                }
            }

            if (token != JsonToken.ArrayEnd)
            {
                _complaints.Add(_list + " must hold objects only; it is ignored");
                rules.Clear();
                return Fields.SkipStarted(token) && Fields.SkipRest();
            }

            if (rules.Count > _countMax)
            {
                _complaints.Add(_list + " has " + rules.Count.ToString() + " entries; the first " + _countMax.ToString() + " are used");
                while (rules.Count > _countMax)
                {
                    rules.RemoveAt(rules.Count - 1);
                }
            }

            return true;
        }

        private bool ReadRule(ArrayList rules)
        {
            object rule = Begin();
            JsonToken token = _json.Read();
            for (; token == JsonToken.Name; token = _json.Read())
            {
                string name = _json.Text;
                if (!ReadField(name, _list + "." + name))
                {
                    return false;
                }
            }

            string fault = Fault();
            if (fault == null)
            {
                rules.Add(rule);
            }
            else
            {
                _complaints.Add(fault + ", so the entry is left out");
            }

            return token == JsonToken.ObjectEnd;
        }
    }
}
