namespace UlmEdge.Simulator.Nano;

/// <summary>
/// The platform's error codes of an IOException (IOException.IOExceptionErrorCode in its class library).
/// </summary>
internal static class FlashErrors
{
    public const int FileNotFound = unchecked((int)0xE2000000);
    public const int PathAlreadyExists = unchecked((int)0xE8000000);
    public const int UnauthorizedAccess = unchecked((int)0xE7000000);
}
