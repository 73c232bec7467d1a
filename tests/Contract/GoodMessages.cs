using System.Formats.Cbor;
using System.Text;
using System.Text.Json;

namespace UlmEdge.Tests.Contract;

/// <summary>Messages that keep the contract, written by hand, to be spoilt one rule at a time.</summary>
internal static class GoodMessages
{
    /// <summary>By topic below <c>ulm/v1/donau-07/</c>.</summary>
    public static string JsonOf(string topic) => topic switch
    {
        "data/json" => """
            [{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"3.417.88231.2"},
            {"n":"temp","u":"Cel","v":21.37},{"n":"rh2","u":"%RH","v":56.2},{"n":"press","u":"Pa","v":95712},
            {"n":"temp","u":"Cel","t":60,"v":-0.5},{"n":"press.q","t":60,"v":1}]
            """,
        "data-rel/json" => """
            [{"bn":"ulm/v1/donau-07/","n":"batch","vs":"3.417.88231.15"},{"n":"uptime","u":"s","v":1600},{"n":"thinned","u":"s","v":600},
            {"n":"samples","u":"count","t":-600,"v":10},{"n":"temp.min","u":"Cel","t":-600,"v":21},
            {"n":"temp.mean","u":"Cel","t":-600,"v":21.5},{"n":"temp.max","u":"Cel","t":-600,"v":22},
            {"n":"samples","u":"count","v":5},{"n":"temp.q","v":2}]
            """,
        "status" => """{"state":"online","boot":417,"conn":3}""",
        "meta" => """
            {"contract":"1.0","firmware":"0.3.0","board":"ESP32","payload":"json","sampleSeconds":60,"batchSamples":10,"batchSeconds":300,
            "channels":[{"n":"temp","quantity":"temperature","u":"Cel","resolution":0.01,"sensor":"bme280","calibration":"factory"}],
            "keeps":{"segments":30,"bytes":122880},"encrypted":false,"sends":"Values.","retains":"Every sample."}
            """,
        "health" => """
            [{"bn":"ulm/v1/donau-07/","bver":26,"bt":1795291200,"n":"health","vs":"417.3"},
            {"n":"uptime","u":"s","v":86400},{"n":"boots","u":"count","v":417},{"n":"heap.free","u":"B","v":84992},
            {"n":"queue","u":"count","v":12},{"n":"queue.age","u":"s","v":700},{"n":"journal.files","u":"count","v":5},
            {"n":"flash.closes","u":"count","v":300},{"n":"flash.bytes","u":"B","v":40000},{"n":"flash.refused","u":"count","v":1},
            {"n":"flash.life","u":"count","v":1000},{"n":"flash.erases","u":"count","v":1200},{"n":"flash.years","v":25.3},
            {"n":"duty","u":"/","v":0.0005},{"n":"charge.day","u":"C","v":3457},
            {"n":"radio","u":"dBm","v":-67},{"n":"puback.mean","u":"s","v":0.15},{"n":"puback.max","u":"s","v":2.3},
            {"n":"connections","u":"count","v":3},{"n":"cmd.done","u":"count","v":2},{"n":"cmd.refused","u":"count","v":1},
            {"n":"cmd.ignored","u":"count","v":4},{"n":"epoch","v":3},{"n":"samples.taken","u":"count","v":1440},
            {"n":"samples.sent","u":"count","v":1400},{"n":"samples.waiting","u":"count","v":2},{"n":"samples.thinned","u":"count","v":20},
            {"n":"samples.summaries","u":"count","v":2},{"n":"samples.evicted","u":"count","v":3},
            {"n":"samples.unreadable","u":"count","v":4},{"n":"samples.notstored","u":"count","v":5},
            {"n":"samples.unknown","u":"count","v":6},{"n":"samples.leftout","u":"count","v":7},{"n":"stored","u":"count","v":1390},
            {"n":"readings.notpresent","u":"count","v":3}]
            """,
        "black-box" => """{"boot":418,"events":[[417,3605,26,1],[418,0,22,1]]}""",
        "cmd-ack/r1" => """{"id":"r1","rc":0,"msg":"100 samples are sent again"}""",
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "no such message"),
    };

    /// <summary>The CBOR of a JSON pack, by an encoder that is not the firmware's: keys and floats as the contract wants them.</summary>
    public static byte[] CborOf(string json)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        using JsonDocument pack = JsonDocument.Parse(json);
        writer.WriteStartArray(pack.RootElement.GetArrayLength());
        foreach (JsonElement record in pack.RootElement.EnumerateArray())
        {
            WriteRecord(writer, record);
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>The bytes of a text.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void WriteRecord(CborWriter writer, JsonElement record)
    {
        string[] labels = ["n", "u", "v", "vs", "vb", "s", "t"];
        string[] bases = ["bver", "bn", "bt", "bu"];
        writer.WriteStartMap(record.EnumerateObject().Count());
        foreach (JsonProperty property in record.EnumerateObject())
        {
            int label = Array.IndexOf(labels, property.Name), known = Array.IndexOf(bases, property.Name);
            writer.WriteInt64(label < 0 ? -1 - known : label == 6 ? 6 : label);
            WriteValue(writer, property.Value);
        }

        writer.WriteEndMap();
    }

    private static void WriteValue(CborWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            writer.WriteTextString(value.GetString()!);
        }
        else if (value.TryGetInt64(out long whole))
        {
            writer.WriteInt64(whole);
        }
        else
        {
            double number = value.GetDouble();
            if ((double)(Half)number == number)
            {
                writer.WriteHalf((Half)number);
            }
            else
            {
                writer.WriteSingle((float)number);
            }
        }
    }
}
