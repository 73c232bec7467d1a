using System.Diagnostics.CodeAnalysis;

namespace UlmEdge.Tests.Interop;

/// <summary>Programs that a machine may have or not.</summary>
internal static class Parts
{
    // Daemons live in sbin, which is not on everybody's path; PostgreSQL's and RabbitMQ's are on nobody's.
    private static readonly string[] Folders = [..
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator),
        "/usr/sbin",
        "/usr/local/sbin",
        "/usr/lib/postgresql/15/bin",
        "/usr/lib/rabbitmq/bin",
    ];

    /// <summary>Where a program is; skips the calling test, with a sentence, when it is nowhere.</summary>
    /// <param name="name">The program.</param>
    /// <param name="install">What brings it.</param>
    public static string Need(string name, string install)
    {
        string? path = Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Missing($"needs {name}: {install}");
        }

        return path;
    }

    /// <summary>The folder with the consumers in JavaScript; skips the calling test when their packages are not there.</summary>
    public static string NeedNodePackage(string name)
    {
        string folder = Path.Combine(Tidy.Sources.Root, "tests", "Interop", "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", name)))
        {
            Missing($"needs the npm package {name}: npm ci --prefix tests/Interop/node");
        }

        return folder;
    }

    /// <summary>Ends the calling test: it fails where everything has to be there, and is skipped elsewhere.</summary>
    [DoesNotReturn]
    public static void Missing(string sentence)
    {
        Assert.True(Environment.GetEnvironmentVariable("ULMEDGE_REQUIRE_ALL") != "1", sentence);
        Assert.Skip(sentence);
    }
}
