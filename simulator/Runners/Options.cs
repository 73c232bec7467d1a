using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>Options that complain in one sentence: which option, which value, and what would be right.</summary>
internal static class Options
{
    /// <summary>A whole number within bounds.</summary>
    public static Option<int> Integer(string name, string description, int min, int max, int? standard)
    {
        string right = $"a whole number from {min} to {max}";
        return Of(name, "N", description, right, standard is { } value ? _ => value : null, text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= min && number <= max
                ? number
                : throw new FormatException(Wrong(text, right)));
    }

    /// <summary>A factor within bounds, 1 unless something else is said.</summary>
    public static Option<double> Factor(string name, string description, double min, double max)
    {
        string right = $"a number from {min} to {max}";
        return Of(name, "X", description, right, _ => 1.0, text =>
            Decimals.TryParse(text, out double value) && value >= min && value <= max
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

    /// <summary>One seed or a range of them.</summary>
    public static Option<SeedRange> Seeds(string name, string description, SeedRange standard)
    {
        const string Right = "a number, or a range like 1..2000";
        return Of(name, "A..B", description, Right, _ => standard, text =>
            SeedRange.TryParse(text, out SeedRange range) ? range : throw new FormatException(Wrong(text, Right)));
    }

    /// <summary>How much goes wrong.</summary>
    public static Option<FaultIntensity> Intensity(string name, string description)
    {
        const string Right = "none, usual or harsh";
        return Of(name, "HOW", description, Right, _ => FaultIntensity.Usual, text =>
            Enum.TryParse(text, true, out FaultIntensity value) && Enum.IsDefined(value) && !char.IsDigit(text[0])
                ? value
                : throw new FormatException(Wrong(text, Right)));
    }

    /// <summary>What batches are sent as.</summary>
    public static Option<string?> Payload(string name, string description)
    {
        return Of<string?>(name, "KIND", description, Payloads.All, null, text =>
            Payloads.IsKnown(text) ? text : throw new FormatException(Wrong(text, Payloads.All)));
    }

    /// <summary>Whole numbers with commas between them, or the word none.</summary>
    public static Option<IReadOnlyList<int>?> Numbers(string name, string description)
    {
        const string Right = "whole numbers with commas between them, like 3,17, or none";
        return Of<IReadOnlyList<int>?>(name, "N,N", description, Right, null, text => text == "none"
            ? []
            : [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw new FormatException(Wrong(text, Right)))]);
    }

    /// <summary>A file with recorded weather, loaded.</summary>
    public static Option<RecordedWeather?> Recording(string name, string description) =>
        Of<RecordedWeather?>(name, "FILE", description, "the path of a file with recorded weather", null, text =>
            Weather.Recording.Load(text));

    /// <summary>The address of a broker.</summary>
    public static Option<BrokerAddress?> Broker(string name, string description) =>
        Of<BrokerAddress?>(name, "URL", description, "an address like mqtt://host:1883", null, BrokerAddress.Parse);

    /// <summary>A file with certificates of authorities; its text.</summary>
    public static Option<string?> Certificates(string name, string description) =>
        Of<string?>(name, "FILE", description, "a file with certificates as PEM", null, path =>
        {
            string text = ContentOf(path);
            return text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
                ? text
                : throw new FormatException($"'{path}' has no certificate as PEM text, -----BEGIN CERTIFICATE-----");
        });

    /// <summary>A text that must not be empty, nor longer than so many characters, nor hold any of some.</summary>
    public static Option<string?> Text(string name, string valueName, string description, int lengthMax, string banned, string? standard)
    {
        string without = banned.Length > 0 ? $" without {string.Join(' ', banned.ToCharArray())}" : string.Empty;
        string right = $"a text of 1 to {lengthMax} characters{without}";
        return Of<string?>(name, valueName, description, right, standard is null ? null : _ => standard, text =>
            text.Length > 0 && text.Length <= lengthMax && text.IndexOfAny(banned.ToCharArray()) < 0
                ? text
                : throw new FormatException(Wrong(text, right)));
    }

    /// <summary>The text of a file that an option names.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static string ContentOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"'{path}' cannot be read ({error.Message})");
        }
    }

    /// <summary>What is said of a wrong value.</summary>
    public static string Wrong(string text, string right) => $"'{text}' is not {right}";

    /// <summary>An option that is read by what it is given.</summary>
    /// <remarks>Arity "none or one", so that a missing value is complained of here and not in the library's words.</remarks>
    public static Option<T> Of<T>(
        string name,
        string valueName,
        string description,
        string right,
        Func<ArgumentResult, T>? standard,
        Func<string, T> read)
    {
        Option<T> option = new(name)
        {
            HelpName = valueName,
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = standard,
            CustomParser = argument => Read(name, read, argument),
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

    private static T? Read<T>(string name, Func<string, T> read, ArgumentResult argument)
    {
        try
        {
            return read(argument.Tokens[0].Value);
        }
        catch (Exception error) when (error is FormatException or RecordingException)
        {
            argument.AddError($"{name} {error.Message}");
            return default;
        }
    }
}
