using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Core;

/// <summary>The schema of <c>ulmedge.json</c> and the firmware's reader are of one mind.</summary>
public class ConfigurationSchemaTests
{
    private static readonly string Text = File.ReadAllText(Checkout.PathOf("firmware/Core/Configuration/ulmedge.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromText(Text);

    private static readonly Gen<JsonNode?> Values = Gen.OneOf(
        Of(-1, 0, 1, 2, 4, 5, 20, 21, 30, 31, 59, 60, 65_535, 65_536, 86_400, 86_401, int.MaxValue).Select(Node),
        Of("", "a", "json", "cbor", "x/y", "/x", "x//y", "donau-07", "Donau", "ä", new string('a', 33)).Select(Node),
        Of("[]", "[\"a\"]", "[\"a\",\"b\",\"c\"]", "[\"a\",\"b\",\"c\",\"d\",\"e\"]", "[1]", "{}", "null", "true", "false", "1.5")
            .Select(text => JsonNode.Parse(text)),
        Of(
            """{"host":"b"}""", """{"host":"b","port":0}""", """{"host":"b","tls":false,"user":"u","password":"p"}""",
            """{"port":1}""", """{"host":"b","hots":1}""", """{"host":""}""", """{"host":"b","tls":"no"}""")
            .Select(text => JsonNode.Parse(text)),
        Of(
            """[{"sensor":"sds011","seconds":300,"phase":7}]""", """[{"seconds":300}]""", """[{"sensor":"a","second":1}]""",
            """[{"channel":"temp","offset":-0.35,"slope":1.02,"date":"2026-11-20","by":"TH Ulm"}]""",
            """[{"channel":"temp","offset":-0.3571,"date":"2026-11-20","by":"TH Ulm"}]""",
            """[{"channel":"temp","offset":100001,"date":"2026-11-20","by":"TH Ulm"}]""",
            """[{"channel":"temp","slope":0,"date":"2026-11-20","by":"TH Ulm"}]""",
            """[{"channel":"temp","slope":10.0001,"date":"2026-11-20","by":"TH Ulm"}]""",
            """[{"channel":"temp","offset":1,"date":"2026-13-20","by":"TH Ulm"}]""",
            """[{"channel":"temp","offset":1,"date":"2026-12-20","by":"Müller"}]""",
            """[{"channel":"temp","offset":1,"date":"2026-12-20"}]""",
            """[{"channel":"pm10","above":50,"sampleSeconds":15}]""", """[{"channel":"pm10","above":-1000000,"below":1}]""",
            """[{"channel":"temp","fall":5.5,"within":900}]""", """[{"channel":"temp","rise":0}]""", """[{"channel":"temp"}]""",
            """[{"channel":"temp","below":1000000.001}]""", """[{"channel":"temp","below":-0.001}]""",
            """[{"above":50}]""", """[{"channel":"temp","rise":-1}]""").Select(text => JsonNode.Parse(text)),
        Of("""[{"host":"b"}]""", """[{"host":"b"},{"host":"c"},{"host":"d"},{"host":"e"}]""").Select(text => JsonNode.Parse(text)));

    [Fact]
    public void What_one_accepts_the_other_accepts_and_what_one_refuses_the_other_refuses()
    {
        string[] names = [.. Names(), "sampelSeconds"];
        int accepted = 0;
        Gen.Select(Gen.Int[0, names.Length - 1], Values, Gen.Int[0, names.Length - 1], Values).Sample(
            (first, one, second, other) =>
            {
                JsonObject file = new() { [names[first]] = one?.DeepClone() };
                file[names[second]] = other?.DeepClone();
                byte[] bytes = Encoding.UTF8.GetBytes(file.ToJsonString());
                Complaints complaints = new();
                ConfigurationReader.Read(bytes, bytes.Length, "0123456789ab", complaints);
                bool isValid = Schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(file)).IsValid;
                Interlocked.Add(ref accepted, isValid ? 1 : 0);
                Assert.True(
                    isValid == (complaints.Count == 0),
                    $"{file.ToJsonString()}: the schema says {isValid}, the reader "
                    + (complaints.Count > 0 ? complaints.SentenceAt(0) : "nothing"));
            },
            iter: 40_000);
        Assert.InRange(accepted, 200, 30_000);
    }

    [Fact]
    public void The_defaults_are_those_of_the_firmware()
    {
        NodeConfiguration standard = new("0123456789ab");
        Assert.Equal(
            [standard.SampleSeconds, standard.BatchSamples, standard.BatchSeconds, standard.HealthSeconds, standard.Window],
            new[] { "sampleSeconds", "batchSamples", "batchSeconds", "healthSeconds", "window" }.Select(Default));
        Assert.Equal(standard.JournalSegments, Default("journalSegments"));
        Assert.Equal(Limits.SegmentsMax, Default("journalSegments"));
    }

    [Fact]
    public void Every_field_is_described() => Assert.Empty(
        from name in Names()
        let field = JsonNode.Parse(Text)!["properties"]![name]!
        where field["description"] is null && (string?)field["$ref"] != "#/$defs/broker"
        select name);

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static JsonNode? Node<T>(T value) => JsonValue.Create(value);

    private static int Default(string name) => (int)JsonNode.Parse(Text)!["properties"]![name]!["default"]!;

    private static IEnumerable<string> Names() => JsonNode.Parse(Text)!["properties"]!.AsObject().Select(field => field.Key);
}
