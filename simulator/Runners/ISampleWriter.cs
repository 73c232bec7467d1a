using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Writes samples for other programs.</summary>
internal interface ISampleWriter : IDisposable
{
    /// <summary>Writes a row of a message.</summary>
    void Write(DataMessage message, DataRow row);

    /// <summary>Hands over what was written.</summary>
    void Flush();
}
