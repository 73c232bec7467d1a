using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>How addresses of brokers are read and shown.</summary>
public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("mqtt://broker.example", "broker.example", 1883, null, null)]
    [InlineData("mqtt://127.0.0.1:18830", "127.0.0.1", 18830, null, null)]
    [InlineData("MQTT://Broker:1/", "broker", 1, null, null)]
    [InlineData("mqtt://anna@host", "host", 1883, "anna", null)]
    [InlineData("mqtt://anna:pa:ss@host", "host", 1883, "anna", "pa:ss")]
    [InlineData("mqtt://an%40na:p%40s%2Fs%25@host:99", "host", 99, "an@na", "p@s/s%")]
    public void Are_read(string text, string host, int port, string? user, string? password)
    {
        Assert.Equal(new BrokerAddress(host, port, user, password), BrokerAddress.Parse(text));
    }

    [Fact]
    public void For_TLS_they_have_another_port()
    {
        BrokerAddress address = BrokerAddress.Parse("mqtts://anna:secret@host");
        Assert.Equal(("host", 8883, true), (address.Host, address.Port, address.IsEncrypted));
        Assert.Equal("mqtts://host:8883", address.ToString());
    }

    [Fact]
    public void Of_version_6_are_read_and_shown()
    {
        BrokerAddress address = BrokerAddress.Parse("mqtt://[::1]:1884");
        Assert.Equal("::1", address.Host);
        Assert.Equal("mqtt://[::1]:1884", address.ToString());
    }

    [Fact]
    public void Are_shown_without_user_and_password()
    {
        Assert.Equal("mqtt://host:1883", BrokerAddress.Parse("mqtt://anna:secret@host").ToString());
    }
}
