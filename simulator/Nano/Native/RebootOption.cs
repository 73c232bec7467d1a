namespace nanoFramework.Runtime.Native;

/// <summary>What to start after a reboot; the virtual board always does the normal thing.</summary>
public enum RebootOption
{
    /// <summary>Chip reset, then the application.</summary>
    NormalReboot = 0,

    /// <summary>Chip reset into the booter.</summary>
    EnterNanoBooter = 1,

    /// <summary>Only the CLR starts again.</summary>
    ClrOnly = 2,

    /// <summary>Chip reset into the chip's own loader.</summary>
    EnterProprietaryBooter = 8,
}
