// nanoFramework.System.Buffers.Binary.BinaryPrimitives 1.2.862
// Needs: mscorlib

// Nothing of it is used by us; assemblies that we use cannot be loaded without it.
