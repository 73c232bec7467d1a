using UlmEdge.Tests.Tidy;

namespace UlmEdge.Tests.Contract;

/// <summary>Where the contract's documents lie in the checkout.</summary>
internal static class ContractFiles
{
    /// <summary>The folder of the contract, relative to the root.</summary>
    public const string Folder = "firmware/Contract";

    /// <summary>The full path of one of its files.</summary>
    public static string PathOf(string file) => Path.Combine(Sources.Root, Folder, file);

    /// <summary>The text of one of its files.</summary>
    public static string Read(string file) => File.ReadAllText(PathOf(file));
}
