// nanoFramework.TestFramework 3.0.80
// Needs: mscorlib

// Nothing of it is used by us; assemblies that we use cannot be loaded without it.
