namespace UlmEdge.Simulator.Runners;

/// <summary>A way to show a running street.</summary>
internal interface ILiveView
{
    /// <summary>Shows the street until it ends.</summary>
    /// <param name="refreshing">Calls what it is given several times a second; its task ends with the run.</param>
    /// <param name="street">The street.</param>
    /// <param name="watch">What happens in it.</param>
    Task ShowAsync(Func<Action, Task> refreshing, Street street, StreetWatch watch);
}
