using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using System.Runtime.CompilerServices;
using nanoFramework.M2Mqtt;
using nanoFramework.Networking;
using nanoFramework.Runtime.Native;

namespace UlmEdge.Simulator.Nano;

/// <summary>What the platform's libraries keep in statics: here, one per board and per power-on.</summary>
internal sealed class BoardState
{
    private static readonly ConditionalWeakTable<HostBoard, BoardState> States = [];

    private readonly CancellationToken _powerOff;

    private BoardState(HostBoard board)
    {
        _powerOff = board.PowerOff;
        MqttSettings = new MqttSettings();
    }

    public I2cDrivers I2cDrivers { get; } = new();

    public Dictionary<int, SerialPort> SerialPorts { get; } = [];

    public GpioPins GpioPins { get; } = new();

    public OpenFiles OpenFiles { get; } = new();

    public MqttSettings MqttSettings { get; }

    public WifiState Wifi { get; } = new();

    public SntpState Sntp { get; } = new();

    public RebootEventHandler? Rebooting { get; set; }

    /// <summary>The state of the calling context's board.</summary>
    public static BoardState Current => Of(HostBoard.Current);

    /// <summary>The state of a board. A board that was switched off and on again starts with a new one.</summary>
    public static BoardState Of(HostBoard board)
    {
        lock (States)
        {
            if (!States.TryGetValue(board, out BoardState? state) || state._powerOff != board.PowerOff)
            {
                state = new BoardState(board);
                States.AddOrUpdate(board, state);
            }

            return state;
        }
    }
}
