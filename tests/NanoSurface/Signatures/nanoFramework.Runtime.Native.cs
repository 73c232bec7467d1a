// nanoFramework.Runtime.Native 1.7.11
// Needs: mscorlib

using System;

namespace System
{
    public static class Environment
    {
        public static long TickCount64 { get; }
    }
}

namespace nanoFramework.Runtime.Native
{
    public static class GC
    {
        public static uint Run(bool compactHeap) => throw null;
    }

    public class Power
    {
        public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot) => throw null;
    }

    public enum RebootOption : int
    {
        NormalReboot = 0,
    }

    public static class Rtc
    {
        public static bool SetSystemTime(DateTime time) => throw null;
    }

    public static class SystemInfo
    {
        public static string TargetName { get; }
    }
}
