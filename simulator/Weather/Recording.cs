namespace UlmEdge.Simulator.Weather;

/// <summary>Loads recorded weather; the header tells which of the known formats it is.</summary>
public static class Recording
{
    /// <summary>Loads a recording.</summary>
    /// <exception cref="RecordingException">It cannot be used; the message says why.</exception>
    public static RecordedWeather Load(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Load(path, reader);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordingException($"{path}: there is no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path}: cannot be read, {exception.Message}");
        }
    }

    /// <summary>Loads a recording from any text; <paramref name="file"/> is what complaints call it.</summary>
    /// <exception cref="RecordingException">It cannot be used; the message says why.</exception>
    public static RecordedWeather Load(string file, TextReader text)
    {
        var header = text.ReadLine() ?? throw new RecordingException($"{file}: is empty, expected a header and rows");
        var format = Recognise(file, header);
        var columns = format.Columns(header);
        var builder = new RecordingBuilder(file, format);
        for (var number = 2; text.ReadLine() is { } content; number++)
        {
            if (!string.IsNullOrWhiteSpace(content))
            {
                builder.Add(new RecordingLine(file, number, columns, content.Split(format.Separator)));
            }
        }

        return builder.Build();
    }

    private static RecordingFormat Recognise(string file, string header)
    {
        var format = RecordingFormat.All.FirstOrDefault(known => known.Recognises(known.Columns(header)))
            ?? throw Unsuitable(file, header, "that of a ", RecordingFormat.All.Select(known => known.Name));
        return format.ValueColumns.Intersect(format.Columns(header)).Any()
            ? format
            : throw Unsuitable(file, header, "at least one of ", format.ValueColumns);
    }

    private static RecordingException Unsuitable(
        string file, string header, string expected, IEnumerable<string> choices) =>
        new($"{file}, line 1: the header is {Quotation.Of(header)}, expected {expected}{string.Join(", ", choices)}");
}
