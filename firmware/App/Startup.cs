using nanoFramework.Runtime.Native;
using UlmEdge.App.Boards;
using UlmEdge.Core;
using UlmEdge.Core.Alarms;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Readings;
using UlmEdge.Edge;
using UlmEdge.Ports;

namespace UlmEdge.App
{
    /// <summary>Puts a node together from what the flash and the board say. Whatever they say, a node comes out.</summary>
    public static class Startup
    {
        /// <summary>The node of this board.</summary>
        /// <param name="log">Takes what is to be said.</param>
        /// <param name="flash">The board's flash.</param>
        /// <param name="boots">How the boots before ended.</param>
        public static Node CreateNode(ConsoleLog log, CountingStore flash, BootKeeper boots)
        {
            Complaints complaints = new Complaints();
            string violation = Limits.FirstViolation();
            if (violation != null)
            {
                complaints.Add("this firmware's limits do not fit: " + violation);
            }

            ConfigurationStore choice = new ConfigurationStore(flash, SensorCatalog.All());
            NodeConfiguration configuration = choice.Choose(
                Pseudonym.Of(WifiLink.FactoryId()), boots.Stage != BootStage.TelemetryOnly, complaints);
            BoardFacts board = FindBoard(configuration.Board, complaints);
            configuration.Board = board.Name;
            board.RoutePins();
            ISensor[] sensors = Fit(configuration, board, log, complaints);
            NodePorts ports = new NodePorts
            {
                Clock = new BoardClock(configuration.TimeServer),
                Link = new WifiLink(),
                Broker = new MqttLink(),
                Store = flash,
                Indicator = new LedIndicator(board.LedPin),
                Entropy = new HardwareEntropy(),
                Health = new BoardHealth(),
                Power = new BoardPower(),
                Configuration = choice,
                Boots = boots,
                Log = log,
            };
            configuration.Faults = complaints.Count;
            Report(complaints, log);
            log.Say("node " + configuration.NodeId + " on " + board.Name);
            return new Node(configuration, ports, sensors);
        }

        /// <summary>Makes the sensors of a configuration.</summary>
        /// <param name="configuration">Takes which of them there are.</param>
        /// <param name="board">The board.</param>
        /// <param name="log">For the rules that are tried.</param>
        /// <param name="complaints">
        /// Takes what has no place on the board, and each rule for what is no channel of these sensors: the node leaves that out, and it is
        /// said while somebody may be looking.
        /// </param>
        public static ISensor[] Fit(NodeConfiguration configuration, BoardFacts board, IEventLog log, Complaints complaints)
        {
            ISensor[] sensors = SensorCatalog.Create(configuration.Sensors, board, complaints, out configuration.FittedSensors);
            ChannelList channels = new ChannelList(sensors);
            _ = new Calibrator(channels, configuration.Calibrations, complaints);
            _ = new AlarmDesk(channels, configuration.Alarms, log, complaints);
            foreach (IntervalSettings interval in configuration.Intervals)
            {
                bool isFitted = false;
                foreach (string name in configuration.FittedSensors)
                {
                    isFitted |= name == interval.Sensor;
                }

                if (!isFitted)
                {
                    complaints.Add("intervals: " + interval.Sensor + " is none of the sensors; it is left out");
                }
            }

            return sensors;
        }

        private static BoardFacts FindBoard(string name, Complaints complaints)
        {
            BoardFacts board = name == null ? null : BoardCatalog.ByName(name);
            if (name != null && board == null)
            {
                complaints.Add("board is \"" + name + "\"; it must be one of " + BoardCatalog.Names + ", so the firmware build decides");
            }

            return board ?? BoardCatalog.ByTarget(SystemInfo.TargetName);
        }

        private static void Report(Complaints complaints, ConsoleLog log)
        {
            if (complaints.Count > 0)
            {
                log.Record(NodeEvent.ConfigurationFaulty, complaints.Count);
            }

            for (int i = 0; i < complaints.KeptCount; i++)
            {
                log.Say("- " + complaints.SentenceAt(i));
            }
        }
    }
}
