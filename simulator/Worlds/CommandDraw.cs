using System.Text;
using UlmEdge.Core;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Draws what a backend, or whoever has taken its place, may send to a node as a command.</summary>
/// <param name="entropy">The chance.</param>
internal sealed class CommandDraw(SeededEntropy entropy)
{
    private const int RangeMax = 500;
    private const int LargeBytes = 3_000;
    private const int EnormousBytes = 40_000;

    private static readonly string[] Unknown = ["open-door", "", "identify/now", "resend2", "äöü", new string('x', 200)];
    private static readonly string[] Broken =
        ["", "{", "[]", "null", "{\"id\":7}", "{\"id\":\"\"}", "{\"id\":\"a\",\"id\":[[[[", "\"reboot\"", "\0\u0001", "{\"id\":\"b c\"}"];

    private readonly List<(string Name, byte[] Payload)> _sent = [];
    private int _asked;

    /// <summary>A command that a careful backend sends.</summary>
    public (string Name, byte[] Payload) Sound(Node node, long unixSeconds)
    {
        int first = entropy.Next(node.NextSample + 1);
        string range = $"\"epoch\":{node.Epoch},\"first\":{first},\"end\":{first + 1 + entropy.Next(RangeMax)}";
        return entropy.Next(9) switch
        {
            0 or 1 => Say("report", At(unixSeconds)),
            2 or 3 => Say("resend", range),
            4 => Say("ledger", range),
            5 => Say("identify", $"\"seconds\":{1 + entropy.Next(300)}"),
            6 => Say("sample-now", At(unixSeconds)),
            7 => Say("set-interval", $"\"seconds\":{5 + entropy.Next(3_600)},\"until\":{unixSeconds + entropy.Next(7_200)}"),
            _ => entropy.Chance(0.5) ? Say("black-box", At(unixSeconds)) : Say("reboot", At(unixSeconds)),
        };
    }

    /// <summary>Anything at all.</summary>
    public (string Name, byte[] Payload) Wild(Node node, long unixSeconds)
    {
        switch (entropy.Next(12))
        {
            case 0:
                return Say(Pick(Unknown), At(unixSeconds));
            case 1:
                return (Pick("resend", "reboot", "set-interval", "ledger"), Encoding.UTF8.GetBytes(Pick(Broken)));
            case 2:
                return Say("reboot", "\"at\":" + (unixSeconds + entropy.Between(-1_000_000, 1_000_000)));
            case 3:
                return Say("set-interval", $"\"seconds\":{entropy.Between(-1, 90_000)},\"until\":{entropy.Between(0, 1L << 40)}");
            case 4:
                return Say("report", "\"pad\":\"" + new string('p', entropy.Next(LargeBytes)) + "\"");
            case 5 when entropy.Chance(0.2):
                return ("report", new byte[EnormousBytes]);
            case 6 or 7 when _sent.Count > 0:
                return _sent[entropy.Next(_sent.Count)];
            case 8:
                return Say("reboot", At(unixSeconds));
            case 9:
                return Say("resend", "\"epoch\":-1,\"first\":1e99,\"end\":\"\\u0000\"");
            default:
                return Sound(node, unixSeconds);
        }
    }

    private (string Name, byte[] Payload) Say(string name, string fields)
    {
        (string, byte[]) said = (name, Encoding.UTF8.GetBytes($"{{\"id\":\"b-{_asked++}\",{fields}}}"));
        _sent.Add(said);
        return said;
    }

    private static string At(long unixSeconds) => $"\"at\":{unixSeconds}";

    private string Pick(params ReadOnlySpan<string> texts) => texts[entropy.Next(texts.Length)];
}
