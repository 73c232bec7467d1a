using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Reads captured messages and prints what they say.</summary>
internal sealed class DecodeRunner(DecodeOptions options, TextWriter output, TextWriter error, Func<Stream> input)
{
    private readonly MessageDecoder _decoder = new(null);
    private IReadOnlyList<ISampleWriter> _writers = [];
    private int _faults;

    /// <summary>Reads all files.</summary>
    /// <returns>The exit code: 0 when all could be read, else 1.</returns>
    /// <exception cref="WrongInputException">A file is not there, or does not say whose it is.</exception>
    public int Run()
    {
        if (options.Files.FirstOrDefault(file => file != "-" && !File.Exists(file)) is { } missing)
        {
            throw new WrongInputException($"there is no file '{missing}'; give captured messages, or - for standard input");
        }

        _writers = options.Targets.Open(output);
        try
        {
            foreach (string file in options.Files)
            {
                ReadFile(file);
            }
        }
        finally
        {
            foreach (ISampleWriter writer in _writers)
            {
                writer.Dispose();
            }
        }

        return _faults == 0 ? 0 : 1;
    }

    private void ReadFile(string file)
    {
        string name = file == "-" ? "standard input" : file;
        try
        {
            using Stream stream = file == "-" ? input() : File.OpenRead(file);
            foreach (CapturedMessage captured in CaptureReader.Read(stream))
            {
                Show(name, captured);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"'{file}' cannot be read ({fault.Message})");
        }
    }

    private void Show(string name, CapturedMessage captured)
    {
        try
        {
            if (Read(name, captured) is { } message)
            {
                Show(message);
            }
        }
        catch (DecodeException fault)
        {
            _faults++;
            string place = captured.Line > 0 ? $"{name} line {captured.Line} ({MessageText.Safe(captured.Topic!)})" : name;
            error.WriteLine($"ulmedge: {place}: {MessageText.Safe(fault.Message)}");
        }
    }

    // Null for topics that are not those of what a node publishes: a capture of everything holds them, too.
    private NodeMessage? Read(string name, CapturedMessage captured)
    {
        if (captured.Topic is null)
        {
            PayloadKind kind = MessageDecoder.KindOf(captured.Payload);
            return kind == PayloadKind.Compact && options.Node is null && MessageDecoder.DecodeData(kind, captured.Payload) is not null
                ? throw new WrongInputException($"'{name}' is a compact batch, which does not name its node; give --node ID")
                : MessageDecoder.DecodeData(kind, captured.Payload, options.Node);
        }

        if (!MessageTopic.TryParse(captured.Topic, null, out _))
        {
            return null;
        }

        return captured.Fault is null ? _decoder.Decode(captured.Topic, captured.Payload) : throw new DecodeException(captured.Fault);
    }

    private void Show(NodeMessage message)
    {
        if (!options.Targets.TakeOutput)
        {
            foreach (string line in MessageText.Lines(message))
            {
                output.WriteLine(line);
            }
        }

        foreach (ISampleWriter writer in message is DataMessage ? _writers : [])
        {
            foreach (DataRow row in ((DataMessage)message).Rows)
            {
                writer.Write((DataMessage)message, row);
            }

            writer.Flush();
        }
    }
}
