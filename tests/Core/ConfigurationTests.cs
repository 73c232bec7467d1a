using System.Text;
using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Tests.Core;

public class ConfigurationTests
{
    private const string Sound = """
        {"node":"donau-07","root":"stadt/v1","board":"esp32-devkit","timeServer":"192.168.1.1",
         "broker":{"host":"broker.ulm.example","port":8883,"user":"ä","password":"p\u0041\"ß"},
         "sensors":["bme280","bmp280@77"],"sampleSeconds":30,"batchSamples":20,"batchSeconds":600,"payload":"cbor","homeAssistant":true}
        """;

    [Fact]
    public void A_sound_file_is_taken_whole()
    {
        NodeConfiguration configuration = Read(Sound, out string[] complaints);
        Assert.Empty(complaints);
        Assert.Equal(
            ("donau-07", "stadt/v1", "esp32-devkit", "192.168.1.1"),
            (configuration.NodeId, configuration.Root, configuration.Board, configuration.TimeServer));
        BrokerSettings broker = configuration.Brokers.Single();
        Assert.Equal(("broker.ulm.example", 8883, "ä", "pA\"ß"), (broker.Host, broker.Port, broker.User, broker.Password));
        Assert.Equal((30, 20, 600), (configuration.SampleSeconds, configuration.BatchSamples, configuration.BatchSeconds));
        Assert.Equal(["bme280", "bmp280@77"], configuration.Sensors);
        Assert.Equal(Payloads.Cbor, configuration.Payload);
        Assert.True(configuration.HomeAssistant);
    }

    [Fact]
    public void Intervals_calibrations_and_alarms_are_taken_to_the_last_digit()
    {
        NodeConfiguration configuration = Read(
            """
            {"intervals":[{"sensor":"sds011","seconds":300,"phase":7}],
             "calibrations":[{"by":"TH Ulm","date":"2026-11-20","slope":1.0205,"offset":-0.35,"channel":"temp"}],
             "alarms":[{"channel":"temp","fall":5.125,"within":900},{"sampleSeconds":15,"above":50,"channel":"pm10"}]}
            """,
            out string[] complaints);
        Assert.Empty(complaints);
        IntervalSettings interval = Assert.Single(configuration.Intervals);
        Assert.Equal(("sds011", 300, 7), (interval.Sensor, interval.Seconds, interval.PhaseSeconds));
        CalibrationSettings calibration = Assert.Single(configuration.Calibrations);
        Assert.Equal(("temp", -350, 10_205), (calibration.Channel, calibration.OffsetThousandths, calibration.SlopeTenThousandths));
        Assert.Equal(("2026-11-20", "TH Ulm"), (calibration.Date, calibration.By));
        Assert.Equal(
            [("temp", AlarmKind.Fall, 5_125, 900, 0), ("pm10", AlarmKind.Above, 50_000, 600, 15)],
            configuration.Alarms.Select(rule => (rule.Channel, rule.Kind, rule.Thousandths, rule.WithinSeconds, rule.SampleSeconds)));
    }

    [Fact]
    public void Every_rule_counts_in_the_checksum()
    {
        string[] rules =
        [
            """{}""", """{"intervals":[{"sensor":"a","seconds":300}]}""", """{"intervals":[{"sensor":"a","seconds":300,"phase":1}]}""",
            """{"calibrations":[{"channel":"a","offset":1,"date":"2026-11-20","by":"a"}]}""",
            """{"calibrations":[{"channel":"a","offset":1,"date":"2026-11-21","by":"a"}]}""",
            """{"calibrations":[{"channel":"a","slope":2,"date":"2026-11-21","by":"a"}]}""",
            """{"alarms":[{"channel":"a","above":1}]}""", """{"alarms":[{"channel":"a","below":1}]}""",
            """{"alarms":[{"channel":"a","below":1,"within":5}]}""", """{"alarms":[{"channel":"a","below":1,"sampleSeconds":5}]}""",
        ];
        uint[] checksums = [.. rules.Select(text => ConfigurationHash.Of(Read(text, out _)))];
        Assert.Equal(checksums.Distinct(), checksums);
    }

    [Theory]
    [InlineData("""{"sampleSeconds":0}""", "sampleSeconds is 0; it must be a whole number from 1 to 86400, so 60 is used")]
    [InlineData("""{"sampleSeconds":1.5}""", "sampleSeconds is 1.5; it must be a whole number from 1 to 86400, so 60 is used")]
    [InlineData("""{"sampleSeconds":"10"}""", "sampleSeconds is 10; it must be a whole number from 1 to 86400, so 60 is used")]
    [InlineData("""{"batchSamples":99999999999999999999}""", "batchSamples is 99999999999999999999; it must be a whole number from 1 to 20, so 10 is used")]
    [InlineData("""{"batchSamples":[1,{"a":2}]}""", "batchSamples must be a whole number from 1 to 20, so 10 is used")]
    [InlineData("""{"payload":"CBOR"}""", "payload is \"CBOR\"; it must be json, cbor or compact, so json is used")]
    [InlineData("""{"payload":1}""", "payload must be a text in quotes that is not empty; the default is used")]
    [InlineData("""{"broker":{"host":"b","port":70000}}""", "broker.port is 70000; it must be a whole number from 1 to 65535, so 8883 is used")]
    [InlineData("""{"broker":"host"}""", "broker must be an object like {\"host\":\"broker.example\",\"port\":8883}; no broker is used")]
    [InlineData("""{"broker":{"host":"b","hots":"x"}}""", "broker.hots is not known; it is ignored")]
    [InlineData("""{"nod":{"a":[1,2,{}]}}""", "nod is not known; it is ignored")]
    [InlineData("""{"node":"Donau 7"}""", "node is \"Donau 7\"; it must be 1 to 32 of a-z, 0-9 and hyphen, so 0123456789ab is used")]
    [InlineData("""{"root":"ulm/#"}""", "root is \"ulm/#\"; it must be 1 to 64 of a-z, A-Z, 0-9, hyphen and single slashes between, so ulm/v1 is used")]
    [InlineData("""{"board":""}""", "board must be a text in quotes that is not empty; the default is used")]
    [InlineData("""{"sensors":"bme280"}""", "sensors must be a list of names like [\"bme280\"]; one bme280 is used")]
    [InlineData("""{"sensors":[7,{"a":1}]}""", "sensors must hold names in quotes only; one bme280 is used")]
    [InlineData("""{"sensors":["a","b","c","d","e","f","g","h","i"]}""", "sensors has 9 entries; at most 8 are possible, so one bme280 is used")]
    [InlineData("""{"window":5}""", "window is 5; it must be a whole number from 1 to 4, so 2 is used")]
    [InlineData("""{"timeFloor":-1}""", "timeFloor is -1; it must be a whole number from 0 to 2147483647, so 1793491200 is used")]
    [InlineData("""{"homeAssistant":"true"}""", "homeAssistant is true; it must be true or false without quotes, so false is used")]
    [InlineData("""{"homeAssistant":null}""", "homeAssistant is null; it must be true or false without quotes, so false is used")]
    [InlineData("""{"homeAssistant":{"on":1}}""", "homeAssistant must be true or false without quotes, so false is used")]
    [InlineData("""{"journalSegments":3}""", "journalSegments is 3; it must be a whole number from 4 to 30, so 30 is used")]
    [InlineData("""{"node":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "node is \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; it must be 1 to 32 of a-z, 0-9 and hyphen, so 0123456789ab is used")]
    [InlineData("""{"node":"a"} x""", "ulmedge.json is not JSON at byte 13; all defaults are used")]
    [InlineData("""{"node":"a",}""", "ulmedge.json is not JSON at byte 12; all defaults are used")]
    [InlineData("""{"intervals":[{"seconds":300}]}""", "intervals.sensor is missing; it says which sensor is meant, so the entry is left out")]
    [InlineData("""{"intervals":{"sensor":"a"}}""", "intervals must be a list of objects like [{\"sensor\":\"sds011\",\"seconds\":300}]; it is ignored")]
    [InlineData("""{"calibrations":[1,{"channel":"temp"}]}""", "calibrations must hold objects only; it is ignored")]
    [InlineData("""{"calibrations":[{"channel":"temp","offset":"1","date":"2026-11-20","by":"a"}]}""", "calibrations.offset is 1; it must be a number from -100000 to 100000 with at most 3 decimals, so it is left out")]
    [InlineData("""{"calibrations":[{"channel":"temp","offset":1,"date":"20.11.2026","by":"a"}]}""", "calibrations.date must be a day such as 2026-11-20, so the entry is left out")]
    [InlineData("""{"calibrations":[{"channel":"temp","offset":1,"date":"2026-11-20","by":"Müller"}]}""", "calibrations.by must say who compared, in 1 to 24 of a-z, A-Z, 0-9, space, point and hyphen, so the entry is left out")]
    [InlineData("""{"alarms":[{"channel":"pm10","above":1,"below":0}]}""", "alarms must have one of above, below, rise and fall each, so the entry is left out")]
    [InlineData("""{"alarms":[{"channel":"pm10","fall":-1}]}""", "alarms.rise and alarms.fall must be more than 0, so the entry is left out")]
    [InlineData("""{"alarms":[{"channel":"a","above":1},{"channel":"a","above":1},{"channel":"a","above":1},{"channel":"a","above":1},{"channel":"a","above":1}]}""", "alarms has 5 entries; the first 4 are used")]
    [InlineData("", "ulmedge.json is not JSON at byte 0; all defaults are used")]
    public void A_fault_is_one_sentence_and_the_default_stands(string json, string sentence)
    {
        NodeConfiguration configuration = Read(json, out string[] complaints);
        Assert.Equal([sentence], complaints);
        Assert.Equal(
            ("0123456789ab", 60, 10, "bme280"),
            (configuration.NodeId, configuration.SampleSeconds, configuration.BatchSamples, configuration.Sensors[0]));
    }

    [Fact]
    public void A_password_is_never_repeated()
    {
        Read("""{"broker":{"host":"b","password":["geheim"],"user":"x"}}""", out string[] complaints);
        Assert.DoesNotContain("geheim", Assert.Single(complaints));
    }

    [Fact]
    public void Damaged_files_always_give_a_usable_configuration()
    {
        byte[] sound = Encoding.UTF8.GetBytes(Sound);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, 3]).List[1, 6].Sample(edits =>
        {
            var bytes = new List<byte>(sound);
            foreach ((int at, byte value, int kind) in edits.Where(edit => edit.Item1 < bytes.Count))
            {
                switch (kind)
                {
                    case 0: bytes[at] = value; break;
                    case 1: bytes.Insert(at, value); break;
                    case 2: bytes.RemoveAt(at); break;
                    default: bytes.RemoveRange(at, bytes.Count - at); break;
                }
            }

            AssertUsable(ConfigurationReader.Read([.. bytes], bytes.Count, "0123456789ab", new Complaints()));
        }, iter: 50_000, threads: 1);
    }

    [Fact]
    public void The_reader_agrees_with_a_foreign_parser_on_what_json_is()
    {
        string[] parts =
        [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\n\"",
            "1", "-1", "01", "1.5", "1e5", "1.", "-", "true", "nul", "null", " ", "\"", "\\",
        ];
        Gen<string> gen = Gen.Int[0, parts.Length - 1].Array[1, 9].Select(indices => string.Concat(indices.Select(i => parts[i])));
        gen.Sample(text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            var reader = new JsonReader(bytes, bytes.Length);
            JsonToken token;
            do
            {
                token = reader.Read();
            }
            while (token is not (JsonToken.End or JsonToken.Error));
            Assert.Equal(IsJson(text), token == JsonToken.End);
        }, iter: 100_000, threads: 1);
    }

    [Fact]
    public void A_pseudonym_is_stable_distinct_and_not_the_factory_id()
    {
        string[] names = [.. Enumerable.Range(0, 1_000).Select(i => Pseudonym.Of([0x24, 0x6F, 0x28, 0, (byte)(i >> 8), (byte)i]))];
        Assert.Equal(1_000, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{12}$", name));
        Assert.DoesNotContain(names, name => name.StartsWith("246f28"));
        Assert.Equal(names[7], Pseudonym.Of([0x24, 0x6F, 0x28, 0, 0, 7]));
    }

    private static NodeConfiguration Read(string json, out string[] complaints)
    {
        var list = new Complaints();
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        NodeConfiguration configuration = ConfigurationReader.Read(bytes, bytes.Length, "0123456789ab", list);
        complaints = [.. Enumerable.Range(0, list.KeptCount).Select(list.SentenceAt)];
        return configuration;
    }

    private static void AssertUsable(NodeConfiguration configuration)
    {
        Assert.Matches("^[a-z0-9-]{1,32}$", configuration.NodeId);
        Assert.Matches("^[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9-]+)*$", configuration.Root);
        Assert.InRange(configuration.Brokers.Length, 0, Limits.BrokersMax);
        Assert.All(configuration.Brokers, broker => Assert.InRange(broker.Port, 1, 65535));
        Assert.All(configuration.Brokers, broker => Assert.NotEmpty(broker.Host));
        Assert.InRange(configuration.SampleSeconds, Limits.SampleSecondsMin, Limits.SampleSecondsMax);
        Assert.InRange(configuration.BatchSamples, 1, Limits.SamplesPerBatchMax);
        Assert.InRange(configuration.BatchSeconds, 1, Limits.SampleSecondsMax);
        Assert.True(Payloads.IsKnown(configuration.Payload));
        Assert.NotNull(configuration.Sensors);
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
