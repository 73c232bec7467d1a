namespace UlmEdge.Core.Publishing
{
    /// <summary>Something that is published beside the batches: one message at a time, due now and then.</summary>
    public abstract class Announcement
    {
        /// <summary>Whether it is to be published.</summary>
        public bool IsDue { get; protected set; }

        /// <summary>The topic of the message that is due.</summary>
        public abstract string Topic { get; }

        /// <summary>Whether the broker keeps it.</summary>
        public abstract bool IsRetained { get; }

        /// <summary>The shortage of memory, one of <see cref="Boots.Shedding"/>, from which on it is left out.</summary>
        public virtual int SilentFrom => int.MaxValue;

        /// <summary>The shortage of memory from which on it comes once an hour.</summary>
        public virtual int HourlyFrom => int.MaxValue;

        /// <summary>Writes the message that is due.</summary>
        /// <param name="text">Takes it; empty, with room for <see cref="Limits.AnnouncementBytesMax"/>.</param>
        /// <param name="uptimeMs">Now.</param>
        public abstract void Write(TextBuffer text, long uptimeMs);

        /// <summary>A connection was opened: what the broker may not have is due.</summary>
        public abstract void Connected(long uptimeMs);

        /// <summary>Somebody wants it now.</summary>
        public void Ask()
        {
            IsDue = true;
        }

        /// <summary>Looks whether it has become due.</summary>
        public virtual void Tick(long uptimeMs)
        {
        }

        /// <summary>The broker has the message.</summary>
        public virtual void Acknowledged(long uptimeMs)
        {
            IsDue = false;
        }
    }
}
