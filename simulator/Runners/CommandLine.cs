using System.CommandLine;
using Spectre.Console;
using UlmEdge.Simulator.Load;

namespace UlmEdge.Simulator.Runners;

/// <summary>The program <c>ulmedge</c> as seen from a shell: verbs, options, complaints, exit codes.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="terminal">The terminal behind the standard output, or null when there is none.</param>
/// <param name="input">Opens the standard input; without it the process's own.</param>
public sealed class CommandLine(TextWriter output, TextWriter error, IAnsiConsole? terminal, Func<Stream>? input = null)
{
    /// <summary>Exit code for wrong input.</summary>
    public const int WrongInput = 2;

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="stop">Asks for a clean end.</param>
    /// <returns>0 when all is well, 1 when samples were lost, are pending or cannot be read, 2 for wrong input.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        ParseResult result = Build(stop).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string? complaint = Complaint(result);
        if (complaint is not null)
        {
            error.WriteLine($"ulmedge: {complaint}");
            return WrongInput;
        }

        try
        {
            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                CancellationToken.None);
        }
        catch (WrongInputException wrong)
        {
            error.WriteLine($"ulmedge: {wrong.Message}");
            return WrongInput;
        }
    }

    private static string? Complaint(ParseResult result)
    {
        if (result.UnmatchedTokens is [{ } unknown, ..])
        {
            return Unknown(result, unknown);
        }

        return result.Errors.Count == 0 ? null : result.Errors[0].Message;
    }

    private static string Unknown(ParseResult result, string unknown)
    {
        Command command = result.CommandResult.Command;
        bool isOption = unknown.StartsWith('-');
        IEnumerable<string> known = isOption
            ? command.Options.Select(option => option.Name)
            : result.RootCommandResult.Command.Subcommands.Select(verb => verb.Name);
        string kind = isOption ? "option" : command is RootCommand ? "verb" : "word";
        string meant = NearestWord.To(unknown, known) is { } near ? $"did you mean {near}? " : string.Empty;
        return $"{kind} '{unknown}' is not known; {meant}ulmedge --help lists what there is";
    }

    private RootCommand Build(CancellationToken stop)
    {
        LiveCommand options = new();
        Command live = new("live", "A street that measures and publishes until told to end; also without a verb.");
        CutsCommand cutsOptions = new();
        Command cuts = new("cuts", "Cuts the power of a journal at every flash operation, and looks whether anything is lost.");
        cutsOptions.AddTo(cuts);
        cuts.SetAction((result, _) => new CutsRunner(cutsOptions.Read(result), output, error).RunAsync(stop));
        DamageCommand damageOptions = new();
        Command damage = new(
            "damage", "Damages journals in every way, and looks whether a node starts and loses only what cannot be read.");
        damageOptions.AddTo(damage);
        damage.SetAction((result, _) => new DamageRunner(damageOptions.Read(result), output, error).RunAsync(stop));
        SoakCommand soakOptions = new();
        Command soak = new("soak", "Worlds from seeds: weeks of a street's life in seconds, with everything that can go wrong.");
        soakOptions.AddTo(soak);
        soak.SetAction((result, _) => new SoakRunner(soakOptions.Read(result), output, error).RunAsync(stop));
        RootCommand root = new("UlmEdge: a street of virtual sensor nodes that run the firmware's own sources.");
        root.Add(live);
        root.Add(cuts);
        root.Add(damage);
        root.Add(soak);
        root.Add(Listen(stop));
        root.Add(Dashboard(stop));
        root.Add(Load(stop));
        root.Add(Decode());
        root.Add(Provision());
        root.Add(Check());
        foreach (Command command in new[] { root, live })
        {
            options.AddTo(command);
            command.SetAction((result, _) => new LiveRunner(options.Read(result), output, terminal).RunAsync(stop));
        }

        return root;
    }

    private Command Listen(CancellationToken stop)
    {
        ListenCommand options = new();
        Command listen = new("listen", "Shows what real nodes publish on a broker: every sample once, with gaps and repeats counted.");
        options.AddTo(listen);
        listen.SetAction((result, _) => new ListenRunner(options.Read(result), output, error, terminal).RunAsync(stop));
        return listen;
    }

    private Command Dashboard(CancellationToken stop)
    {
        DashboardCommand options = new();
        Command dashboard = new("dashboard", "A page that shows what real nodes publish on a broker: map, charts, health.");
        options.AddTo(dashboard);
        dashboard.SetAction((result, _) => options.RunAsync(result, output, stop));
        return dashboard;
    }

    private Command Load(CancellationToken stop)
    {
        LoadCommand options = new();
        Command load = new("load", "As many nodes as a broker has to bear, without a thread for each: latency, cost, loss.");
        options.AddTo(load);
        load.SetAction((result, _) => options.RunAsync(result, output, stop));
        return load;
    }

    private Command Provision()
    {
        ProvisionCommand options = new();
        Command provision = new(
            "provision", "Makes of a fleet file all that nodes, broker and technicians need: files, passwords, scripts, labels.");
        options.AddTo(provision);
        provision.SetAction(result => options.Run(result, output, error));
        return provision;
    }

    private Command Check()
    {
        CheckCommand options = new();
        Command check = new("check", "Says what is wrong with files of a fleet or a node: file, field, value, and what would be right.");
        options.AddTo(check);
        check.SetAction(result => options.Run(result, output, error));
        return check;
    }

    private Command Decode()
    {
        DecodeCommand options = new();
        Command decode = new("decode", "Reads captured messages: lone payloads, or lines of mosquitto_sub.");
        options.AddTo(decode);
        decode.SetAction(result => new DecodeRunner(options.Read(result), output, error, input ?? Console.OpenStandardInput).Run());
        return decode;
    }
}
