// nanoFramework.UnitsNet.Duration 5.76.15
// Needs: mscorlib

// Nothing of it is used by us; assemblies that we use cannot be loaded without it.
