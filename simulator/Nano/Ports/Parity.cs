namespace System.IO.Ports;

/// <summary>The parity bit of a UART.</summary>
public enum Parity
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>It makes the number of ones odd.</summary>
    Odd = 1,

    /// <summary>It makes the number of ones even.</summary>
    Even = 2,
}
