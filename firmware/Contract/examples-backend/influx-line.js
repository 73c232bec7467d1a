// A SenML pack of UlmEdge as InfluxDB 1.x line protocol; write it with precision=s.
// Node-RED: the body of the function node in node-red-flow.json. Node.js: const linesOf = require("./influx-line.js").
//
// A point is (ulmedge, node, name, unit, time): the same sample sent twice, or in another pack, is the same point again.
// Therefore nothing that belongs to the pack (boot, batch) may become a tag.
function linesOf(topic, pack) {
    const identity = pack[0];
    if (identity.n !== "batch" || !topic.startsWith(identity.bn)) {
        throw new Error("no pack of its topic: " + topic);
    }

    if (identity.bt === undefined) {
        return []; // Never dated (data-rel): there is no time to store it at. Keep such packs elsewhere.
    }

    const node = identity.bn.split("/").at(-2);
    const [epoch, , first] = identity.vs.split(".").map(Number);
    const records = pack.filter(record => record.v !== undefined && record.n !== "thinned");
    const numberAt = new Map(); // sample number by time: a row is a distinct time; in a summary it stands for several samples
    let next = first;
    for (const record of records) {
        const t = record.t ?? 0;
        if (!numberAt.has(t)) {
            numberAt.set(t, next);
            next += record.n === "samples" ? record.v : 1;
        }
    }

    const escape = text => text.replace(/[,= ]/g, "\\$&");
    return records.map(record => {
        const t = record.t ?? 0;
        const unit = record.u === undefined ? "" : ",unit=" + escape(record.u);
        return "ulmedge,name=" + escape(record.n) + ",node=" + escape(node) + unit
            + " value=" + record.v + ",epoch=" + epoch + "i,sample=" + numberAt.get(t) + "i " + (identity.bt + t);
    });
}

if (typeof module !== "undefined") {
    module.exports = linesOf;
}
