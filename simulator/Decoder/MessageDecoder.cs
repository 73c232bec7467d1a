using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;
using System.Text.Json;

namespace UlmEdge.Decoder;

/// <summary>Reads the messages of nodes, by topic.</summary>
/// <remarks>Keeps nothing between messages; may be used from any thread. Whatever the bytes are, it throws nothing else.</remarks>
/// <param name="root">The root of the topics, or null to take any.</param>
public sealed class MessageDecoder(string? root = MessageDecoder.DefaultRoot)
{
    /// <summary>The root of nodes whose configuration names no other.</summary>
    public const string DefaultRoot = "ulm/v1";

    /// <summary>Bytes of a message; a node's are at most 5,120.</summary>
    public const int PayloadBytesMax = 65_536;

    /// <summary>Reads a message.</summary>
    /// <exception cref="DecodeException">It does not keep the contract; the message says where.</exception>
    public NodeMessage Decode(string topic, ReadOnlyMemory<byte> payload) =>
        MessageTopic.TryParse(topic, root, out MessageTopic? parsed)
            ? Decode(parsed.Value, payload)
            : throw new DecodeException($"'{topic}' is no topic of a node{(root is null ? string.Empty : $" below {root}/")}");

    /// <summary>Reads a message as MQTT libraries hand it over.</summary>
    /// <exception cref="DecodeException">It does not keep the contract; the message says where.</exception>
    public NodeMessage Decode(string topic, ReadOnlySequence<byte> payload) =>
        Decode(topic, payload.IsSingleSegment ? payload.First : payload.ToArray());

    /// <summary>Reads a message.</summary>
    /// <param name="topic">Its topic.</param>
    /// <param name="payload">Its bytes.</param>
    /// <param name="message">The message, if it keeps the contract.</param>
    /// <param name="fault">Else a sentence that says what is wrong.</param>
    /// <returns>Whether it keeps the contract.</returns>
    public bool TryDecode(
        string topic,
        ReadOnlyMemory<byte> payload,
        [NotNullWhen(true)] out NodeMessage? message,
        [NotNullWhen(false)] out string? fault)
    {
        try
        {
            message = Decode(topic, payload);
            fault = null;
            return true;
        }
        catch (DecodeException error)
        {
            message = null;
            fault = error.Message;
            return false;
        }
    }

    /// <summary>Reads a message whose topic is known.</summary>
    /// <exception cref="DecodeException">It does not keep the contract; the message says where.</exception>
    public static NodeMessage Decode(MessageTopic topic, ReadOnlyMemory<byte> payload) => Guarded(payload, () => Read(topic, payload));

    /// <summary>Reads samples whose topic is not known.</summary>
    /// <param name="kind">How they are written; <see cref="KindOf"/> tells it.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="node">The node; SenML says it itself, and must then say the same.</param>
    /// <exception cref="DecodeException">It does not keep the contract; the message says where.</exception>
    public static DataMessage DecodeData(PayloadKind kind, ReadOnlyMemory<byte> payload, string? node = null) =>
        Guarded(payload, () => Data(kind, null, node, payload));

    /// <summary>How samples are written, by their first bytes.</summary>
    public static PayloadKind KindOf(ReadOnlySpan<byte> payload)
    {
        ReadOnlySpan<byte> text = payload.TrimStart(" \t\r\n"u8);
        if (text.Length > 0 && text[0] == (byte)'[' && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..])
        {
            return PayloadKind.Json;
        }

        // An array (RFC 8949 major type 4); a batch begins with its version, 1 or 2, in the upper half.
        return payload.Length > 0 && payload[0] >> 5 == 4 ? PayloadKind.Cbor : PayloadKind.Compact;
    }

    private static NodeMessage Read(MessageTopic topic, ReadOnlyMemory<byte> payload) => topic.Kind switch
    {
        MessageKind.Data => WithDateAsIn(topic, Data(topic.Payload, $"{topic.Root}/{topic.Node}/", topic.Node, payload)),
        MessageKind.Status => JsonMessages.Status(topic.Node, payload),
        MessageKind.Meta => JsonMessages.Meta(topic.Node, payload),
        MessageKind.Health => HealthReader.Read($"{topic.Root}/{topic.Node}/", topic.Node, payload.Span),
        MessageKind.BlackBox => JsonMessages.BlackBox(topic.Node, payload),
        MessageKind.Commissioning => JsonMessages.Commissioning(topic.Node, payload),
        MessageKind.Configuration => JsonMessages.Configuration(topic.Node, payload),
        MessageKind.CommandAnswer => JsonMessages.Answer(topic.Node, topic.CommandId!, payload),
        _ => throw new DecodeException($"this version does not know what '{topic.Root}/{topic.Node}/…' carries there"),
    };

    private static DataMessage Data(PayloadKind kind, string? baseName, string? node, ReadOnlyMemory<byte> payload) => kind switch
    {
        PayloadKind.Json => SenmlJsonReader.Read(new PackAssembler(baseName, node), payload.Span),
        PayloadKind.Cbor => SenmlCborReader.Read(new PackAssembler(baseName, node), payload),
        _ => new CompactReader(payload.Span).Read(node ?? string.Empty),
    };

    private static DataMessage WithDateAsIn(MessageTopic topic, DataMessage message) => message.IsDated == topic.IsDated
        ? message
        : throw new DecodeException(message.IsDated
            ? "a batch with a date came under data-rel, where there are none"
            : "a batch without a date came under data, where each has one");

    private static T Guarded<T>(ReadOnlyMemory<byte> payload, Func<T> read)
    {
        if (payload.Length > PayloadBytesMax)
        {
            throw new DecodeException($"{payload.Length} bytes are more than the {PayloadBytesMax} of the largest message");
        }

        try
        {
            return read();
        }
        catch (JsonException error)
        {
            throw new DecodeException($"no JSON: {error.Message}", error);
        }
        catch (CborContentException error)
        {
            throw new DecodeException($"no CBOR: {error.Message}", error);
        }
        catch (Exception error) when (error is InvalidOperationException or OverflowException
            || error is FormatException and not DecodeException)
        {
            throw new DecodeException($"no message of a node: {error.Message}", error);
        }
    }
}
