using System.Globalization;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>One row of a fleet file, cell by cell; what is wrong is complained of with its place.</summary>
internal sealed class FleetRow(CsvTable table, int index, List<FleetFault> faults)
{
    /// <summary>Its number in the file; the names of the columns are row 1.</summary>
    public int Number => index + 2;

    /// <summary>A cell; empty if there is no such column.</summary>
    public string Cell(string column)
    {
        int at = Array.IndexOf(table.Columns, column);
        return at < 0 ? string.Empty : table.Rows[index][at];
    }

    /// <summary>Complains of a cell.</summary>
    public void Complain(string column, string right) => faults.Add(new FleetFault($"row {Number}, {column}", Cell(column), right));

    /// <summary>A text.</summary>
    public string Text(string column, Func<string, bool> isRight, string right)
    {
        string cell = Cell(column);
        if (!isRight(cell))
        {
            Complain(column, right);
        }

        return cell;
    }

    /// <summary>A whole number; empty is the standard.</summary>
    public int Integer(string column, int min, int max, int standard)
    {
        string cell = Cell(column);
        if (cell.Length == 0)
        {
            return standard;
        }

        bool isRight = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max;
        if (!isRight)
        {
            Complain(column, $"it must be a whole number from {min} to {max}, or empty for {standard}");
        }

        return isRight ? value : standard;
    }

    /// <summary>Degrees; a comma for the point, as German tables have it, is read as one.</summary>
    public double Degrees(string column, int max)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        bool isRight = double.TryParse(Cell(column).Replace(',', '.'), plain, CultureInfo.InvariantCulture, out double value)
            && Math.Abs(value) <= max;
        if (!isRight)
        {
            Complain(column, $"it must be degrees from -{max} to {max}, like 48.3984");
        }

        return isRight ? value : 0;
    }
}
