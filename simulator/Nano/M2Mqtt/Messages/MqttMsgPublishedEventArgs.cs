namespace nanoFramework.M2Mqtt.Messages;

/// <summary>What came of a publication.</summary>
public class MqttMsgPublishedEventArgs(ushort messageId, bool isPublished) : EventArgs
{
    /// <summary>A publication that was acknowledged.</summary>
    public MqttMsgPublishedEventArgs(ushort messageId)
        : this(messageId, true)
    {
    }

    /// <summary>What Publish returned.</summary>
    public ushort MessageId { get; set; } = messageId;

    /// <summary>True when the broker acknowledged it, false when all sends went unanswered.</summary>
    public bool IsPublished { get; set; } = isPublished;
}
