namespace UlmEdge.Devices.Sen5x
{
    /// <summary>The models of the family.</summary>
    public enum Sen5xModel
    {
        /// <summary>Particulates.</summary>
        Sen50,

        /// <summary>Also humidity, temperature and VOC.</summary>
        Sen54,

        /// <summary>Also nitrogen oxides.</summary>
        Sen55,
    }
}
