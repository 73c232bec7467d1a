namespace nanoFramework.Runtime.Native;

/// <summary>Told just before a reboot.</summary>
public delegate void RebootEventHandler();
