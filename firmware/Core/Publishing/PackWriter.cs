using UlmEdge.Core.Batches;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Makes of a batch the message that the configuration asks for. Writing one leaves no garbage.</summary>
    /// <remarks>
    /// A compact message is the stored batch with its checksum (Batches/FORMAT.md). It stands alone: epoch, boot, first sample
    /// and whether its times are Unix are in it; which node it is, its topic says.
    /// </remarks>
    public sealed class PackWriter
    {
        private readonly string _dataTopic;
        private readonly string _relativeTopic;
        private readonly SenmlWriter _senml;
        private readonly BatchCodec _codec;
        private readonly ByteBuffer _compact;

        /// <summary>A writer for one node.</summary>
        /// <param name="payload">One of <see cref="Payloads"/>.</param>
        /// <param name="topics">The node's.</param>
        public PackWriter(string payload, Topics topics)
        {
            _dataTopic = topics.DataOf(payload);
            _relativeTopic = topics.RelativeDataOf(payload);
            switch (payload)
            {
                case Payloads.Compact:
                    _codec = new BatchCodec();
                    _compact = new ByteBuffer(Limits.AnnouncementBytesMax);
                    break;
                case Payloads.Cbor:
                    _senml = new SenmlCbor(topics.BaseName);
                    break;
                default:
                    _senml = new SenmlJson(topics.BaseName);
                    break;
            }
        }

        /// <summary>The memory of the message: between two calls anybody's who needs <see cref="Limits.AnnouncementBytesMax"/>.</summary>
        public byte[] Memory => _senml != null ? _senml.Memory : _compact.Bytes;

        /// <summary>Writes a batch.</summary>
        /// <returns>The message, valid until the next call.</returns>
        public ByteBuffer Write(Batch batch)
        {
            if (_senml != null)
            {
                return _senml.Write(batch);
            }

            _compact.Take(_codec.Encode(batch, _compact.Bytes));
            return _compact;
        }

        /// <summary>The topic of a batch's message.</summary>
        public string TopicOf(Batch batch)
        {
            return batch.TimesAreUnix ? _dataTopic : _relativeTopic;
        }
    }
}
