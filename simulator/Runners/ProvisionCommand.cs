using System.CommandLine;
using System.CommandLine.Parsing;
using UlmEdge.Simulator.Provisioning;

namespace UlmEdge.Simulator.Runners;

/// <summary>The verb <c>provision</c>: from a fleet file to everything that nodes, broker and technicians need.</summary>
internal sealed class ProvisionCommand
{
    private readonly Option<string?> _fleet = Options.Text("--fleet", "FILE", "the fleet: CSV, a node a row", 4096, "", null);
    private readonly Option<string?> _out = Options.Text("--out", "DIR", "the folder to write to", 4096, "", null);
    private readonly Option<string?> _secrets = Options.Text(
        "--secrets", "FILE", "the Wi-Fi: CSV with credentials, ssid, password", 4096, "", null);
    private readonly Option<string?> _ca = Options.Text(
        "--ca", "FILE", "certificate (PEM) of an authority of your own; without it one is made", 4096, "", null);

    private readonly Option<string?> _nextCa = Options.Text(
        "--next-ca", "FILE", "certificate (PEM) of the authority that is to come; nodes trust both", 4096, "", null);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _fleet, _out, _secrets, _ca, _nextCa })
        {
            command.Add(option);
        }

        command.Validators.Add(Complain);
    }

    /// <summary>Does it.</summary>
    /// <returns>0, or 2 if a file is wrong; then nothing was written.</returns>
    public int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string fleetPath = result.GetValue(_fleet)!;
        string secretsPath = result.GetValue(_secrets)!;
        List<FleetFault> faults = [];
        IReadOnlyList<FleetNode> nodes = FleetFile.Read(TextOf(fleetPath), faults);
        if (Complain(fleetPath, faults, error))
        {
            return CommandLine.WrongInput;
        }

        IReadOnlyDictionary<string, WifiSecret> secrets = SecretsFile.Read(TextOf(secretsPath), faults);
        if (Complain(secretsPath, faults, error))
        {
            return CommandLine.WrongInput;
        }

        foreach (FleetNode node in nodes.Where(node => !secrets.ContainsKey(node.Credentials)).DistinctBy(node => node.Credentials))
        {
            faults.Add(new FleetFault($"credentials of {node.Id}", node.Credentials, $"{secretsPath} must have a row of that name"));
        }

        string? ca = CertificateOf(result, _ca, faults);
        string? nextCa = CertificateOf(result, _nextCa, faults);
        return Complain(fleetPath, faults, error)
            ? CommandLine.WrongInput
            : Write(result.GetValue(_out)!, nodes, secrets, (ca, nextCa), output);
    }

    private static string? CertificateOf(ParseResult result, Option<string?> option, List<FleetFault> faults)
    {
        string? text = result.GetValue(option) is { } path ? TextOf(path) : null;
        if (text is not null && !text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
        {
            faults.Add(new FleetFault(option.Name, null, "it must be a certificate as PEM text, -----BEGIN CERTIFICATE-----"));
        }

        return text;
    }

    private static int Write(
        string path,
        IReadOnlyList<FleetNode> nodes,
        IReadOnlyDictionary<string, WifiSecret> secrets,
        (string? Now, string? Next) ca,
        TextWriter output)
    {
        try
        {
            Provisioner provisioner = new(new OutputFolder(path)) { Next = ca.Next };
            foreach (string line in provisioner.Write(nodes, secrets, ca.Now, DateTimeOffset.UtcNow))
            {
                output.WriteLine(line);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"--out {path} cannot be written ({error.Message}); give a folder of your own");
        }

        output.WriteLine($"Broker: cd {Path.Combine(path, "broker")}; mosquitto -c mosquitto.conf");
        output.WriteLine($"Labels: print {Path.Combine(path, "labels.html")}");
        output.WriteLine($"Nodes: {Path.Combine(path, "provision.sh")} UlmEdge.bin, or provision.ps1, flashes and verifies them.");
        output.WriteLine($"Try it without hardware: ulmedge live --fleet {path}");
        return 0;
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"{path} cannot be read ({error.Message})");
        }
    }

    private static bool Complain(string path, List<FleetFault> faults, TextWriter error)
    {
        foreach (FleetFault fault in faults)
        {
            error.WriteLine($"ulmedge: {path}: {fault}");
        }

        return faults.Count > 0;
    }

    private void Complain(CommandResult result)
    {
        foreach (Option<string?> option in new[] { _fleet, _secrets, _out })
        {
            if (result.GetValue(option) is null)
            {
                result.AddError($"provision needs {option.Name}: {option.Description}");
                return;
            }
        }
    }
}
