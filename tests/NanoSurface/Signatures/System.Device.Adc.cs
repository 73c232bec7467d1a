// nanoFramework.System.Device.Adc 1.1.24
// Needs: mscorlib

namespace System.Device.Adc
{
    public abstract class AdcChannelBase
    {
        internal AdcChannelBase() => throw null;
        public abstract int ReadValue();
    }

    public class AdcChannel : AdcChannelBase, IDisposable
    {
        internal AdcChannel() => throw null;
        public void Dispose() => throw null;
        public override int ReadValue() => throw null;
    }

    public abstract class AdcControllerBase
    {
        internal AdcControllerBase() => throw null;
        public abstract AdcChannel OpenChannel(int channelNumber);
    }

    public class AdcController : AdcControllerBase
    {
        public AdcController() => throw null;
        public override AdcChannel OpenChannel(int channelNumber) => throw null;
    }
}
