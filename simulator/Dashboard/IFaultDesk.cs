namespace UlmEdge.Simulator.Dashboard;

/// <summary>Does to a virtual street what the world would do.</summary>
internal interface IFaultDesk
{
    /// <summary>What can be done to a node.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>What is done to a node now; the broker's is done to all.</summary>
    IReadOnlyList<string> ActiveAt(string node);

    /// <summary>Begins a fault, or ends it if it was begun.</summary>
    /// <returns>False if there is no such node or fault.</returns>
    Task<bool> ToggleAsync(string node, string kind);

    /// <summary>Ends all that was begun.</summary>
    Task HealAsync();
}
