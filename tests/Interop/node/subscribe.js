// A backend on mqtt.js: node subscribe.js mqtt://host:port root. Prints "ready", then each value that arrives as a line of JSON.
"use strict";
const mqtt = require("mqtt");

const [url, root] = process.argv.slice(2);
const client = mqtt.connect(url, { clientId: "interop-mqttjs", clean: false, protocolVersion: 4, reconnectPeriod: 200 });

client.on("connect", () => client.subscribe(`${root}/+/data/json`, { qos: 1 }, (error, granted) => {
    console.log(error || granted.some(one => one.qos !== 1) ? "refused" : "ready");
}));

// Rows have distinct times, in order; the identity record says the number of the first one.
client.on("message", (topic, payload) => {
    const pack = JSON.parse(payload);
    const [epoch, , first] = pack[0].vs.split(".").map(Number);
    const times = [...new Set(pack.slice(1).map(record => record.t ?? 0))];
    for (const { n, v, t = 0 } of pack.slice(1)) {
        console.log(JSON.stringify({ node: topic.split("/").at(-3), epoch, number: first + times.indexOf(t), name: n, time: pack[0].bt + t, value: v }));
    }
});
