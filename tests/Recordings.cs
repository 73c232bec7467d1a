namespace UlmEdge.Tests;

/// <summary>Recorded weather, which is no part of the project: its folder comes from the environment.</summary>
internal static class Recordings
{
    /// <summary>The amateur-station recording; skips the calling test, with a sentence, when there is none.</summary>
    public static string AmateurStation()
    {
        string? folder = Environment.GetEnvironmentVariable("ULMEDGE_RECORDINGS");
        string? file = folder == null ? null : Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).FirstOrDefault();
        Assert.SkipWhen(file == null, "needs recorded weather: set ULMEDGE_RECORDINGS to a folder with an amateur station's CSV");
        return file!;
    }
}
