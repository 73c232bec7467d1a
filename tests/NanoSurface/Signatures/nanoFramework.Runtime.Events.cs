// nanoFramework.Runtime.Events 1.11.37
// Needs: mscorlib

// Nothing of it is used by us; assemblies that we use cannot be loaded without it.
