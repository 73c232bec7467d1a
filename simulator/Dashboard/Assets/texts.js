// Both languages have the same keys: a test says so.
export const texts = {
  en: {
    skip: "To the list of nodes", language: "Language", map: "Map of the street", nodes: "Nodes", filter: "Filter", node: "Node",
    state: "State", received: "Received", late: "Late", missing: "Missing", values: "Latest values", faults: "What the world could do",
    mapHint: "Danube, Iller, Blau and the main streets around the Minster, simplified, drawn by us.",
    csv: "Readings as CSV", senml: "Readings as SenML", journey: "The journey of a reading", charts: "Charts", meta: "What it measures, sends and keeps",
    health: "How it fares", test: "Its own test", configuration: "Configuration", log: "Notable events",
    "state-online": "online", "state-offline": "offline", "state-sensor": "a sensor does not deliver", "state-late": "late data arrive",
    "state-unknown": "nothing heard yet", "fault-sensor": "Unplug its sensors", "fault-power": "Cut its power",
    "fault-clock": "Set its clock wrong", "fault-broker": "Stop the broker", brokerAway: "The broker does not answer.",
    count: "{0} nodes, {1} online, {2} samples received", taken: "taken by the chips", waiting: "waiting in the journal",
    acknowledged: "acknowledged by the broker", arrived: "received here", gapsBetween: "missing between others",
    unknownYet: "not said yet", gap: "No value: {0}", doubt: "Doubtful: {0}", lateMark: "came late", none: "none yet",
    points: "{0} readings, {1} without value, {2} late, {3} doubtful", elsewhere: "Without a known place:",
    replay: "Replay of {0}.", faultsOfPlan: "What the plan lets go wrong", until: "until {0}", mark: "went wrong here: {0}",
    event: "boot {0}, {1} after its start",
  },
  de: {
    skip: "Zur Liste der Knoten", language: "Sprache", map: "Karte der Straße", nodes: "Knoten", filter: "Filter", node: "Knoten",
    state: "Zustand", received: "Empfangen", late: "Verspätet", missing: "Fehlend", values: "Letzte Werte", faults: "Was die Welt tun könnte",
    mapHint: "Donau, Iller, Blau und die großen Straßen um das Münster, vereinfacht, von uns gezeichnet.",
    csv: "Messwerte als CSV", senml: "Messwerte als SenML", journey: "Der Weg eines Messwerts", charts: "Verläufe", meta: "Was er misst, sendet und behält",
    health: "Wie es ihm geht", test: "Sein Selbsttest", configuration: "Konfiguration", log: "Bemerkenswertes",
    "state-online": "verbunden", "state-offline": "getrennt", "state-sensor": "ein Sensor liefert nicht", "state-late": "Verspätetes trifft ein",
    "state-unknown": "noch nichts gehört", "fault-sensor": "Sensoren abziehen", "fault-power": "Strom abschalten",
    "fault-clock": "Uhr falsch stellen", "fault-broker": "Broker anhalten", brokerAway: "Der Broker antwortet nicht.",
    count: "{0} Knoten, {1} verbunden, {2} Proben empfangen", taken: "von den Chips gemessen", waiting: "warten im Journal",
    acknowledged: "vom Broker bestätigt", arrived: "hier empfangen", gapsBetween: "fehlen zwischen anderen",
    unknownYet: "noch nicht gesagt", gap: "Kein Wert: {0}", doubt: "Zweifelhaft: {0}", lateMark: "kam verspätet", none: "noch nichts",
    points: "{0} Messwerte, {1} ohne Wert, {2} verspätet, {3} zweifelhaft", elsewhere: "Ohne bekannten Ort:",
    replay: "Wiedergabe von {0}.", faultsOfPlan: "Was der Plan misslingen lässt", until: "bis {0}", mark: "hier ging schief: {0}",
    event: "Start {0}, {1} danach",
  },
};

// Bits of the contract: why there is no value, and what speaks against one.
export const reasons = {
  en: ["not present", "no answer", "bad transfer", "out of range", "implausible", "warming up", "bus stuck", "wrong chip", "restarted",
    "frozen", "left out"],
  de: ["nicht da", "keine Antwort", "Übertragung gestört", "außerhalb des Bereichs", "nicht glaubhaft", "wärmt sich auf", "Leitung hängt",
    "falscher Chip", "neu gestartet", "eingefroren", "ausgelassen"],
};
export const doubts = {
  en: ["never seen in this climate", "changed too fast", "stuck", "warming up", "contradicted", "odd raw number"],
  de: ["in diesem Klima nie gesehen", "zu schnell geändert", "steht still", "wärmt sich auf", "widersprochen", "auffälliger Rohwert"],
};

// What a node notes about itself, by the numbers of the contract.
export const events = {
  en: ["started", "configuration not usable, defaults stand in", "the flash took no write", "the time of day is known", "a value is missing",
    "values again", "network away", "network there", "broker not reached", "the broker said no", "connected to the broker", "batch sent",
    "batch acknowledged", "samples had to go", "old samples summed up", "samples unreadable", "numbers skipped", "a new journal",
    "foreign files removed", "flash given up", "the flash works again", "time of day and uptime part", "restarted", "bad starts in a row",
    "safe mode", "sensor left out", "restarts soon", "restart not granted", "memory short", "loop stuck", "certificate missing",
    "configuration refused", "configuration tried", "configuration accepted", "back to the last good configuration", "alarm", "alarm over"],
  de: ["gestartet", "Konfiguration unbrauchbar, Vorgaben gelten", "der Flash nahm nichts an", "die Uhrzeit ist bekannt", "ein Wert fehlt",
    "wieder Werte", "Netz weg", "Netz da", "Broker nicht erreicht", "der Broker lehnte ab", "mit dem Broker verbunden", "Paket gesendet",
    "Paket bestätigt", "Proben mussten weichen", "alte Proben zusammengefasst", "Proben unlesbar", "Nummern übersprungen", "ein neues Journal",
    "fremde Dateien entfernt", "Flash aufgegeben", "der Flash geht wieder", "Uhrzeit und Laufzeit laufen auseinander", "neu gestartet",
    "schlechte Starts in Folge", "sicherer Betrieb", "Sensor ausgelassen", "startet gleich neu", "Neustart nicht gewährt", "Speicher knapp",
    "Schleife hängt", "Zertifikat fehlt", "Konfiguration abgelehnt", "Konfiguration auf Probe", "Konfiguration angenommen",
    "zurück zur letzten guten Konfiguration", "Alarm", "Alarm vorbei"],
};

export const language = () => document.documentElement.lang === "de" ? "de" : "en";
export const text = (key, ...values) => values.reduce((all, value, i) => all.replace(`{${i}}`, value), texts[language()][key] ?? key);
export const named = (list, bits) => list[language()].filter((_, bit) => bits & (1 << bit)).join(", ");
