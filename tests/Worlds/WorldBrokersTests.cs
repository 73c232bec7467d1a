using UlmEdge.Core.Configuration;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Tests.Worlds;

/// <summary>A world's brokers let in who knocks at the right door, with the right authority and a clock that is not years off.</summary>
public sealed class WorldBrokersTests
{
    private const long DayMs = 86_400_000;

    // The first rotation of a stranger, of the next authority that stays, and of the next that goes again.
    private const ulong ToStranger = 0;
    private const ulong ToNextForGood = 1;
    private const ulong ToNextForAWhile = 1 | (1UL << 32);

    private readonly WorldPlan _plan = new(1, 2, 1, FaultIntensity.Usual, null, []);
    private readonly WorldBrokers _brokers;

    public WorldBrokersTests() => _brokers = BrokersFor(true, WorldConfiguration.TrustFile, WorldConfiguration.NextTrustFile);

    [Fact]
    public void The_right_door_is_open() => Assert.Equal(Door.Open, Try(Session()));

    [Theory]
    [InlineData("nowhere.example", 8883, true, "s3cret", nameof(Door.NoName))]
    [InlineData(WorldConfiguration.FirstBroker, 8884, true, "s3cret", nameof(Door.NoListener))]
    [InlineData(WorldConfiguration.FirstBroker, 1883, true, "s3cret", nameof(Door.Silent))]
    [InlineData(WorldConfiguration.FirstBroker, 8883, false, "s3cret", nameof(Door.Silent))]
    [InlineData(WorldConfiguration.FirstBroker, 8883, true, "wrong", nameof(Door.Unauthorised))]
    [InlineData(WorldConfiguration.FirstBroker, 1883, false, "s3cret", nameof(Door.Open))]
    public void Any_other_is_what_it_is(string host, int port, bool isEncrypted, string password, string door)
    {
        BrokerSession session = Session();
        (session.Host, session.Port, session.IsEncrypted, session.Password) = (host, port, isEncrypted, password);
        Assert.Equal(Enum.Parse<Door>(door), Try(session));
    }

    [Fact]
    public void A_broker_that_the_file_does_not_name_takes_guests_only()
    {
        BrokerSession session = Session();
        session.Host = WorldConfiguration.SecondBroker;
        Assert.Equal(Door.Open, Try(session));
        Assert.Equal(Door.NoListener, BrokersFor(false).Try(session, _plan.StartUnixMs));
    }

    [Theory]
    [InlineData(-20 * 365)]
    [InlineData(20 * 365)]
    public void A_clock_that_is_years_off_opens_no_door(int days)
    {
        Assert.Equal(Door.Untrusted, _brokers.Try(Session(), _plan.StartUnixMs + (days * DayMs)));
        Assert.False(_brokers.CanBeTrustedAt(_plan.StartUnixMs + (days * DayMs)));
        Assert.True(_brokers.CanBeTrustedAt(_plan.StartUnixMs));
    }

    [Fact]
    public void After_a_rotation_it_is_the_next_authority_that_counts()
    {
        _brokers.Rotate(Rotation(ToNextForGood), DayMs);
        Assert.Equal(Door.Untrusted, Try(Session()));
        Assert.Equal(Door.Open, Try(Session(WorldConfiguration.NextTrustFile)));
        _brokers.EndRotation(Rotation(ToNextForGood), DayMs);
        Assert.Equal(Door.Open, Try(Session(WorldConfiguration.NextTrustFile)));
        Assert.True(_brokers.CanBeTrustedAt(_plan.StartUnixMs + DayMs));
    }

    [Fact]
    public void A_rotation_can_be_taken_back()
    {
        _brokers.Rotate(Rotation(ToNextForAWhile), DayMs);
        _brokers.EndRotation(Rotation(ToNextForAWhile), DayMs);
        Assert.Equal(Door.Open, Try(Session()));
    }

    [Fact]
    public void Nobody_has_to_follow_to_an_authority_that_he_was_not_told_of()
    {
        WorldBrokers brokers = BrokersFor(true, WorldConfiguration.TrustFile);
        brokers.Rotate(Rotation(ToNextForGood), DayMs);
        Assert.False(brokers.CanBeTrustedAt(_plan.StartUnixMs + DayMs));
        brokers.EndRotation(Rotation(ToNextForGood), DayMs);
        Assert.True(brokers.CanBeTrustedAt(_plan.StartUnixMs + DayMs));
        _brokers.Rotate(Rotation(ToStranger), DayMs);
        Assert.False(_brokers.CanBeTrustedAt(_plan.StartUnixMs + DayMs));
        _brokers.EndRotation(Rotation(ToStranger), DayMs);
        Assert.True(_brokers.CanBeTrustedAt(_plan.StartUnixMs + DayMs));
    }

    private static Fault Rotation(ulong draw) => new(0, FaultKind.CaRotation, Fault.EveryNode, DayMs, DayMs, draw);

    private static BrokerSession Session(string trustFile = WorldConfiguration.TrustFile) => new()
    {
        Host = WorldConfiguration.FirstBroker,
        Port = BrokerSettings.PortEncrypted,
        IsEncrypted = true,
        TrustFile = trustFile,
        Password = "s3cret",
    };

    private Door Try(BrokerSession session) => _brokers.Try(session, _plan.StartUnixMs + DayMs);

    private WorldBrokers BrokersFor(bool isEncrypted, params string[] trustFiles) => new(_plan, new NodeConfiguration("any")
    {
        Brokers = [new BrokerSettings { Host = WorldConfiguration.FirstBroker, IsEncrypted = isEncrypted, Password = "s3cret" }],
        TrustFiles = trustFiles,
    });
}
