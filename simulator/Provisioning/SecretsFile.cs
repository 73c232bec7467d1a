namespace UlmEdge.Simulator.Provisioning;

/// <summary>Reads the secrets file: CSV with the columns credentials, ssid, password. No fault shows what stands there.</summary>
internal static class SecretsFile
{
    private static readonly string[] Columns = ["credentials", "ssid", "password"];

    /// <summary>Reads the secrets by their names.</summary>
    public static IReadOnlyDictionary<string, WifiSecret> Read(string text, List<FleetFault> faults)
    {
        Dictionary<string, WifiSecret> secrets = [];
        if (CsvTable.Read(text, faults) is not { } table)
        {
            return secrets;
        }

        if (!table.Columns.Order().SequenceEqual(Columns.Order()))
        {
            faults.Add(new FleetFault("the top row", null, $"its columns must be {string.Join(", ", Columns)}"));
            return secrets;
        }

        for (int i = 0; i < table.Rows.Count; i++)
        {
            string[] cells = [.. Columns.Select(column => table.Rows[i][Array.IndexOf(table.Columns, column)])];
            // Limits of nanoff's WirelessClient; WPA2 wants eight characters.
            if (cells[1].Length is 0 or > 32 || cells[2].Length is not 0 and (< 8 or > 64))
            {
                faults.Add(new FleetFault(
                    $"row {i + 2}", null, "ssid must have 1 to 32 characters, password 8 to 64 or none for an open network"));
            }

            if (!secrets.TryAdd(cells[0], new WifiSecret(cells[1], cells[2])))
            {
                faults.Add(new FleetFault($"row {i + 2}, credentials", cells[0], "an earlier row has that name already"));
            }
        }

        return secrets;
    }
}
