using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>
/// Exactly one configuration holds, whenever the power goes: the one on trial, else the last that has proved itself, else the file's.
/// </summary>
/// <param name="witness">The witness.</param>
/// <param name="provisioned">Tells the file's configuration from others.</param>
public sealed class Configured(NodeWitness witness, uint provisioned)
{
    private uint _good = provisioned;
    private uint? _tried;

    /// <summary>A boot has begun.</summary>
    /// <param name="hash">Tells its configuration from others.</param>
    /// <param name="isOnTrial">Whether that is on trial.</param>
    public void Booted(uint hash, bool isOnTrial)
    {
        if (isOnTrial)
        {
            _tried = hash;
            return;
        }

        // The power may have gone in the moment in which the trial was accepted.
        if (hash != _good && hash != _tried)
        {
            witness.Break(
                Promise.Configured, $"a boot uses configuration {hash:x8}, which is neither the last good one, {_good:x8}, nor on trial");
        }

        _good = hash;
        _tried = null;
    }

    /// <summary>The node has done something: what was on trial may be good now.</summary>
    public void Look(bool isOnTrial, bool isGood)
    {
        if (_tried is { } accepted && !isOnTrial && isGood)
        {
            _good = accepted;
            _tried = null;
        }
    }
}
