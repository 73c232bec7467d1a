namespace UlmEdge.Core.Publishing
{
    /// <summary>The topics of one node, and the text of its status.</summary>
    public sealed class Topics
    {
        /// <summary>The topics below <c>{root}/{node}/</c>.</summary>
        public Topics(string root, string nodeId)
        {
            BaseName = root + "/" + nodeId + "/";
            Status = BaseName + "status";
        }

        /// <summary><c>{root}/{node}/</c>: the SenML base name, too.</summary>
        public string BaseName { get; }

        /// <summary>Birth and last will, retained.</summary>
        public string Status { get; }

        /// <summary>Batches, by what they are sent as.</summary>
        /// <param name="payload">One of <see cref="Configuration.Payloads"/>.</param>
        public string DataOf(string payload)
        {
            return BaseName + "data/" + payload;
        }

        /// <summary>Batches of a boot that never learned the time of day.</summary>
        /// <param name="payload">One of <see cref="Configuration.Payloads"/>.</param>
        public string RelativeDataOf(string payload)
        {
            return BaseName + "data-rel/" + payload;
        }

        /// <summary>The status of a connection; the numbers tell a late last will of an old connection from a new one.</summary>
        public string StatusText(string state, int boot, int connection)
        {
            return "{\"state\":\"" + state + "\",\"boot\":" + boot.ToString() + ",\"conn\":" + connection.ToString() + "}";
        }
    }
}
