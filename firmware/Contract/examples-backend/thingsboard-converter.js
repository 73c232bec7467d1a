// ThingsBoard: the function of an uplink data converter (JavaScript), for an MQTT integration that subscribes to
// ulm/v1/+/data/json at QoS 1. A value is (device, key, ts): the same sample sent twice is written over itself.
// The keys .min, .mean, .max are those of summaries; .q are the reasons for missing values, as a bit set.
var pack = decodeToJson(payload);
var identity = pack[0];
if (identity.n !== "batch" || identity.bt === undefined) {
    throw new Error("no pack with a time: " + metadata.topic);
}

var rows = {};
for (var i = 1; i < pack.length; i++) {
    var record = pack[i];
    if (record.v !== undefined && record.n !== "thinned") {
        var ts = 1000 * (identity.bt + (record.t || 0));
        rows[ts] = rows[ts] || { ts: ts, values: {} };
        rows[ts].values[record.n] = record.v;
    }
}

return {
    deviceName: identity.bn.split("/").slice(-2)[0],
    deviceType: "UlmEdge",
    telemetry: Object.keys(rows).map(function (ts) { return rows[ts]; })
};
