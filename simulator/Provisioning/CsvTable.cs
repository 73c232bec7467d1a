using Sylvan.Data.Csv;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>A small table from CSV text (RFC 4180), commas or semicolons, with a row of names at the top.</summary>
internal sealed class CsvTable
{
    private const int BufferMin = 256;
    private const int BufferMax = 1 << 20;

    private CsvTable(string[] columns, IReadOnlyList<string[]> rows)
    {
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The names at the top, as they stand there.</summary>
    public string[] Columns { get; }

    /// <summary>The rows below, each with as many cells as there are columns; empty ones at the end of a row may be left out.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <returns>Null if the text is no such table; then a fault says why.</returns>
    public static CsvTable? Read(string text, List<FleetFault> faults)
    {
        try
        {
            CsvDataReaderOptions options = new() { BufferSize = Math.Clamp(text.Length + 1, BufferMin, BufferMax) };
            using CsvDataReader reader = CsvDataReader.Create(new StringReader(text), options);
            string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Select(name => name.Trim())];
            List<string[]> rows = [];
            while (reader.Read())
            {
                if (reader.RowFieldCount > columns.Length)
                {
                    faults.Add(new FleetFault(
                        $"row {rows.Count + 2}", null, $"it has {reader.RowFieldCount} cells, and the top row {columns.Length}"));
                    return null;
                }

                rows.Add([.. Enumerable.Range(0, columns.Length)
                    .Select(i => i < reader.RowFieldCount ? reader.GetString(i).Trim() : string.Empty)]);
            }

            return new CsvTable(columns, [.. rows.Where(row => row.Any(cell => cell.Length > 0))]);
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            faults.Add(new FleetFault("the file", null, $"it cannot be read as CSV ({error.Message})"));
            return null;
        }
    }
}
