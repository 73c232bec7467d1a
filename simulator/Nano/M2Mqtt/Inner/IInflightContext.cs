using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>What an exchange can do while it is looked at.</summary>
internal interface IInflightContext
{
    /// <summary>Milliseconds until an unanswered packet is sent again.</summary>
    int RetryMs { get; }

    /// <summary>How often a packet is sent in all.</summary>
    int Attempts { get; }

    /// <summary>Sends a packet.</summary>
    Task SendAsync(MqttPacket packet);

    /// <summary>Takes the oldest answer that arrived, if it is of this type and belongs to this identifier.</summary>
    TAnswer? TakeAnswer<TAnswer>(ushort identifier)
        where TAnswer : MqttPacketWithIdentifier;

    /// <summary>Whether no answer to a published message has arrived yet.</summary>
    bool IsUnanswered(ushort identifier);

    /// <summary>Has the application told that a publication was acknowledged, or was not.</summary>
    void RaisePublished(ushort identifier, bool isPublished);

    /// <summary>Has the application told of a message.</summary>
    void RaiseReceived(MqttPublishPacket packet);

    /// <summary>Has the application told of the answer to a subscription.</summary>
    void RaiseSubscribed(MqttSubAckPacket packet);

    /// <summary>Has the application told of the end of a subscription.</summary>
    void RaiseUnsubscribed(ushort identifier);
}
