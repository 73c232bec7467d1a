using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>Options whose complaint is one sentence that names the option, the value, and what would be right.</summary>
internal static class Options
{
    /// <summary>A whole number within bounds.</summary>
    public static Option<int> Integer(string name, string description, int min, int max, int? standard)
    {
        string right = $"a whole number from {min} to {max}";
        return Of(name, "N", Described(description, standard?.ToString(CultureInfo.InvariantCulture)), right, standard ?? 0, text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= min && value <= max
                ? value
                : throw new FormatException(Wrong(text, right)));
    }

    /// <summary>A factor above 0.</summary>
    public static Option<double> Speed(string name, string description, double max)
    {
        string right = $"a number above 0, at most {max}";
        return Of(name, "X", Described(description, "1"), right, 1.0, text =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value > 0 && value <= max
                ? value
                : throw new FormatException(Wrong(text, right)));
    }

    /// <summary>A duration.</summary>
    public static Option<TimeSpan?> Duration(string name, string description)
    {
        const string Right = "a time like 500ms, 30s, 5m or 1h, at most 31 days";
        return Of<TimeSpan?>(name, "TIME", description, Right, null, text =>
            Durations.TryParse(text, out TimeSpan value) ? value : throw new FormatException(Wrong(text, Right)));
    }

    /// <summary>A file with recorded weather, loaded.</summary>
    public static Option<RecordedWeather?> Recording(string name, string description) =>
        Of<RecordedWeather?>(name, "FILE", description, "the path of a file with recorded weather", null, text =>
            Weather.Recording.Load(text));

    /// <summary>The address of a broker.</summary>
    public static Option<BrokerAddress?> Broker(string name, string description) =>
        Of<BrokerAddress?>(name, "URL", description, "an address like mqtt://host:1883", null, BrokerAddress.Parse);

    private static string Described(string description, string? standard) =>
        standard is null ? description : $"{description} (default: {standard})";

    private static string Wrong(string text, string right) => $"'{text}' is not {right}";

    // Arity "none or one", so that a missing value is complained of here and not in the library's words.
    private static Option<T> Of<T>(
        string name, string valueName, string description, string right, T standard, Func<string, T> read)
    {
        Option<T> option = new(name)
        {
            HelpName = valueName,
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => standard,
            CustomParser = argument => Read(name, standard, read, argument),
        };
        option.Validators.Add(result =>
        {
            if (result is { Implicit: false, Tokens.Count: 0 })
            {
                result.AddError($"{name} needs a value: {right}");
            }
        });
        return option;
    }

    private static T Read<T>(string name, T standard, Func<string, T> read, ArgumentResult argument)
    {
        try
        {
            return read(argument.Tokens[0].Value);
        }
        catch (Exception error) when (error is FormatException or RecordingException)
        {
            argument.AddError($"{name} {error.Message}");
            return standard;
        }
    }
}
