using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core;

public class RamOutboxTests
{
    [Fact]
    public void Keeps_order_and_bound_and_accounts_for_every_sample()
    {
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 20], Gen.Bool).List[1, 200].Sample(steps =>
        {
            const int bytesMax = 2_000;
            var outbox = new RamOutbox(bytesMax);
            var model = new Queue<(int First, int Samples, int Bytes)>();
            var buffer = new byte[Limits.BatchBytesMax];
            int next = 0, gone = 0;
            foreach ((int bytes, int samples, bool remove) in steps)
            {
                if (remove && model.TryDequeue(out var oldest))
                {
                    Assert.Equal(0, outbox.Remove(oldest.First + 1));
                    gone += outbox.Remove(oldest.First);
                    continue;
                }

                gone += outbox.Append(Enumerable.Repeat((byte)next, bytes).ToArray(), bytes, next, samples);
                model.Enqueue((next, samples, bytes));
                next += samples;
                while (model.Sum(entry => entry.Bytes + Limits.OutboxEntryOverheadBytes) > bytesMax)
                {
                    model.Dequeue();
                }

                Assert.True(outbox.TryPeek(buffer, out int length));
                Assert.Equal((model.Count, model.Peek().First, model.Peek().Bytes), (outbox.Count, outbox.OldestSample, length));
                Assert.Equal((byte)model.Peek().First, buffer[0]);
            }

            Assert.Equal(next, gone + model.Sum(entry => entry.Samples));
        });
    }
}
