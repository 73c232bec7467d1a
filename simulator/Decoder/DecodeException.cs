namespace UlmEdge.Decoder;

/// <summary>A message does not keep the contract; the sentence says where and how.</summary>
public sealed class DecodeException(string sentence, Exception? inner = null) : FormatException(sentence, inner);
