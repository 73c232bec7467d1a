namespace UlmEdge.Simulator.Weather;

/// <summary>Streets and squares of Ulm and Neu-Ulm, roughly where and how high they are.</summary>
internal static class StreetNames
{
    /// <summary>Name, latitude, longitude, metres above sea level.</summary>
    public static readonly (string Name, double Latitude, double Longitude, double Altitude)[] All =
    [
        // Ulm: old town
        ("Münsterplatz", 48.3982, 9.9915, 479),
        ("Hirschstraße", 48.3988, 9.9877, 479),
        ("Donauufer", 48.3955, 9.9945, 472),
        ("Marktplatz", 48.3966, 9.9932, 477),
        ("Weinhof", 48.3961, 9.9906, 478),
        ("Fischergasse", 48.3954, 9.9900, 474),
        ("Schwörhausgasse", 48.3957, 9.9896, 475),
        ("Gerbergasse", 48.3955, 9.9882, 474),
        ("Neue Straße", 48.3969, 9.9908, 478),
        ("Judenhof", 48.3986, 9.9945, 480),
        ("Grüner Hof", 48.3974, 9.9966, 478),
        ("Kornhausplatz", 48.3994, 9.9942, 480),
        ("Hafengasse", 48.3989, 9.9932, 480),
        ("Hafenbad", 48.3993, 9.9925, 481),
        ("Rosengasse", 48.3999, 9.9936, 481),
        ("Platzgasse", 48.3993, 9.9906, 480),
        ("Frauenstraße", 48.3999, 9.9958, 481),
        ("Walfischgasse", 48.4001, 9.9895, 480),
        ("Wengengasse", 48.3998, 9.9878, 479),
        ("Keltergasse", 48.4005, 9.9889, 480),
        ("Glöcklerstraße", 48.3974, 9.9871, 478),
        ("Deutschhausgasse", 48.3981, 9.9863, 478),
        ("Sattlergasse", 48.3973, 9.9934, 478),
        ("Herdbruckerstraße", 48.3962, 9.9940, 476),
        ("Olgastraße", 48.4014, 9.9880, 481),
        ("Promenade", 48.3952, 9.9859, 477),

        // Ulm: round the old town
        ("Bahnhofplatz", 48.3995, 9.9840, 478),
        ("Ehinger Tor", 48.3953, 9.9830, 478),
        ("Zinglerstraße", 48.3937, 9.9817, 478),
        ("Schillerstraße", 48.3987, 9.9819, 479),
        ("Neutorstraße", 48.4023, 9.9903, 484),
        ("Karlstraße", 48.4035, 9.9911, 486),
        ("Syrlinstraße", 48.4031, 9.9963, 487),
        ("Wielandstraße", 48.4030, 10.0022, 484),
        ("Münchner Straße", 48.3986, 10.0008, 477),
        ("Gideon-Bacher-Straße", 48.4002, 9.9997, 479),
        ("Heidenheimer Straße", 48.4060, 10.0025, 497),
        ("Stuttgarter Straße", 48.4115, 9.9952, 545),
        ("Örlinger Straße", 48.4079, 9.9985, 500),
        ("Blaubeurer Straße", 48.4021, 9.9740, 480),
        ("Magirusstraße", 48.3990, 9.9650, 481),
        ("Wagnerstraße", 48.3962, 9.9760, 480),
        ("Söflinger Straße", 48.3967, 9.9718, 481),
        ("Moltkestraße", 48.3979, 9.9687, 481),
        ("Elisabethenstraße", 48.3952, 9.9703, 482),
        ("Neunkirchenweg", 48.3973, 9.9545, 485),
        ("Römerstraße", 48.3902, 9.9678, 515),
        ("Königstraße", 48.3921, 9.9632, 520),

        // Ulm: on the hills and outside
        ("Stifterweg", 48.4112, 9.9688, 565),
        ("Virchowstraße", 48.4135, 9.9635, 590),
        ("Ruländerweg", 48.4140, 9.9700, 585),
        ("Mähringer Weg", 48.4155, 9.9770, 590),
        ("Weinbergweg", 48.4090, 9.9600, 560),
        ("Albert-Einstein-Allee", 48.4225, 9.9560, 615),
        ("Eberhard-Finckh-Straße", 48.4195, 10.0190, 555),
        ("Haslacher Weg", 48.4230, 10.0245, 560),
        ("Tannenplatz", 48.3600, 9.9830, 480),
        ("Erenlauh", 48.3640, 9.9925, 477),

        // Neu-Ulm
        ("Augsburger Straße", 48.3926, 10.0035, 471),
        ("Petrusplatz", 48.3934, 10.0005, 471),
        ("Rathausplatz", 48.3938, 9.9990, 471),
        ("Marienstraße", 48.3946, 9.9975, 471),
        ("Maximilianstraße", 48.3916, 10.0015, 471),
        ("Ludwigstraße", 48.3927, 10.0011, 471),
        ("Hermann-Köhl-Straße", 48.3921, 9.9990, 471),
        ("Schützenstraße", 48.3921, 9.9940, 471),
        ("Krankenhausstraße", 48.3937, 10.0085, 470),
        ("Memminger Straße", 48.3845, 9.9960, 472),
        ("Reuttier Straße", 48.3868, 10.0070, 471),
        ("Edisonallee", 48.3825, 9.9905, 473),
        ("Washingtonallee", 48.3810, 9.9935, 473),
        ("Europastraße", 48.3935, 10.0215, 468),
    ];
}
