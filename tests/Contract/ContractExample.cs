namespace UlmEdge.Tests.Contract;

/// <summary>One message as it goes over the wire, and the file that shows it.</summary>
/// <param name="File">Its name below <c>firmware/Contract/examples/</c>.</param>
/// <param name="Topic">Where it is published.</param>
/// <param name="Payload">Its bytes.</param>
internal sealed record ContractExample(string File, string Topic, byte[] Payload);
