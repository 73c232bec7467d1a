namespace UlmEdge.Tests.Contract;

/// <summary>The examples of the contract are what the firmware writes; <c>ULMEDGE_WRITE_EXAMPLES=1</c> writes them anew.</summary>
public class ExamplesTests
{
    [Fact]
    public void Every_example_is_what_the_firmware_writes()
    {
        bool write = Environment.GetEnvironmentVariable("ULMEDGE_WRITE_EXAMPLES") == "1";
        foreach (ContractExample example in ContractExamples.All)
        {
            string path = ContractFiles.PathOf($"examples/{example.File}");
            if (write)
            {
                File.WriteAllBytes(path, example.Payload);
            }

            Assert.True(example.Payload.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"{example.File} is not what is written now");
        }
    }

    [Fact]
    public void No_example_is_left_over() => Assert.Equal(
        ContractExamples.All.Select(example => example.File).Order(StringComparer.Ordinal),
        Directory.GetFiles(ContractFiles.PathOf("examples")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_example_keeps_the_contract() => Assert.Empty(
        from example in ContractExamples.All
        let fault = ContractCheck.FaultIn(example.Topic, example.Payload) ?? FaultOfBackend(example)
        where fault is not null
        select $"{example.File}: {fault}");

    // What a backend sends is not judged on its topic: on a real broker it may be anything.
    private static string? FaultOfBackend(ContractExample example) => example.Topic.Split('/') switch
    {
        [.., "cmd", var name] => ContractCheck.FaultInRequest(name, example.Payload),
        [.., "config", "desired"] => ContractCheck.FaultInDesired(example.Payload),
        [.., "stored"] => ContractCheck.FaultInStored(example.Payload),
        _ => null,
    };
}
