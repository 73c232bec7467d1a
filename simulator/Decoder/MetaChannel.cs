namespace UlmEdge.Decoder;

/// <summary>One channel of a node, as its meta message describes it. What it does not say is null.</summary>
/// <param name="Name">The name of its records, e.g. <c>temp</c>.</param>
/// <param name="Quantity">What is measured, in a word.</param>
/// <param name="Unit">SenML unit.</param>
/// <param name="Resolution">The smallest step, in the unit.</param>
/// <param name="Sensor">The chip.</param>
/// <param name="Calibration">Who calibrated it.</param>
public sealed record MetaChannel(
    string Name, string? Quantity, string? Unit, decimal? Resolution, string? Sensor, string? Calibration);
