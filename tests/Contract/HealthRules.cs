using System.Text.Json;

namespace UlmEdge.Tests.Contract;

/// <summary>What a schema cannot say of a health report: that the ledger adds up.</summary>
internal static class HealthRules
{
    private static readonly string[] Fates = ["sent", "waiting", "thinned", "evicted", "unreadable", "notstored", "unknown"];

    /// <summary>Checks a report, first by its schema.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FaultIn(JsonElement report, string baseName)
    {
        if (ContractSchemas.FaultIn("health", report) is string fault)
        {
            return fault;
        }

        string sender = report[0].GetProperty("bn").GetString()!;
        var figures = report.EnumerateArray().Skip(1)
            .ToLookup(record => record.GetProperty("n").GetString()!, record => record.GetProperty("v").GetDecimal());
        decimal accounted = Fates.Sum(fate => figures[$"samples.{fate}"].Single());
        decimal taken = figures["samples.taken"].Single();
        return sender != baseName ? $"the base name is {sender}"
            : figures.FirstOrDefault(figure => figure.Count() > 1) is { } twice ? $"{twice.Key} twice"
            : figures.Contains("radio") != report[0].TryGetProperty("bver", out _) ? "a secondary unit and no bver, or the other way round"
            : accounted != taken ? $"{taken} samples taken and {accounted} accounted for"
            : null;
    }
}
