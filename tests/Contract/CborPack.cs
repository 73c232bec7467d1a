using System.Text.Json;
using System.Text.Json.Nodes;

namespace UlmEdge.Tests.Contract;

/// <summary>A CBOR pack as the JSON pack that it stands for, by the label table of RFC 8428 section 6.</summary>
internal static class CborPack
{
    // In the order in which the contract writes them.
    private static readonly (long Label, string Name)[] Labels =
    [
        (-2, "bn"), (-1, "bver"), (-3, "bt"), (-4, "bu"), (-5, "bv"), (-6, "bs"),
        (0, "n"), (1, "u"), (6, "t"), (2, "v"), (3, "vs"), (4, "vb"), (8, "vd"), (5, "s"), (7, "ut"),
    ];

    /// <summary>Turns a pack into JSON.</summary>
    /// <exception cref="FormatException">It breaks a rule that its JSON would not show: order of keys, form of numbers.</exception>
    public static JsonElement ToJson(byte[] payload)
    {
        var records = CborTree.Read(payload) as List<object> ?? throw new FormatException("no array");
        return JsonSerializer.SerializeToElement(new JsonArray([.. records.Select(Record)]));
    }

    private static JsonObject Record(object item)
    {
        var pairs = item as List<KeyValuePair<object, object>> ?? throw new FormatException("a record that is no map");
        int[] places = [.. pairs.Where(pair => pair.Key is long).Select(pair => PlaceOf((long)pair.Key))];
        if (!places.SequenceEqual(places.Order()))
        {
            throw new FormatException($"keys out of order: {string.Join(", ", places.Select(place => Labels[place].Name))}");
        }

        string? name = pairs.Where(pair => pair.Key is 0L).Select(pair => pair.Value as string).FirstOrDefault();
        return new JsonObject(pairs.Select(pair => KeyValuePair.Create(
            pair.Key is long label ? Labels[PlaceOf(label)].Name : (string)pair.Key, Value(name ?? string.Empty, pair.Value))));
    }

    private static int PlaceOf(long label)
    {
        int place = Array.FindIndex(Labels, known => known.Label == label);
        return place >= 0 ? place : throw new FormatException($"SenML has no label {label}");
    }

    private static JsonNode? Value(string name, object value) => value switch
    {
        long number => JsonValue.Create(number),
        Half or float or double => JsonValue.Create(Decimal(name, value)),
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
        _ => throw new FormatException("a value that is neither number nor text"),
    };

    // The shortest float that gives the number back when it is read as a double and rounded, but 16 bits only if they are the
    // number itself: 21.36 in 16 bits is 21.359375 for whoever does not round. A whole number is an integer.
    private static decimal Decimal(string name, object value)
    {
        int decimals = name.StartsWith("temp", StringComparison.Ordinal) || name.StartsWith("rh", StringComparison.Ordinal) ? 2 : 6;
        double number = value is Half half ? (double)half : value is float single ? single : (double)value;
        double rounded = Math.Round(number, decimals);
        bool isShort = value is Half || (double)(Half)rounded != rounded;
        isShort &= value is not double || Math.Round((double)(float)rounded, decimals) != rounded;
        return rounded == Math.Floor(rounded) ? throw new FormatException($"{number} is whole and no integer")
            : isShort ? (decimal)rounded
            : throw new FormatException($"{number} has a longer float than it needs");
    }
}
