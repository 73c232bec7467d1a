namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A name and a value that travel with a message in MQTT 5.</summary>
public class UserProperty(string name, string value)
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = name;

    /// <summary>Value.</summary>
    public string Value { get; set; } = value;
}
