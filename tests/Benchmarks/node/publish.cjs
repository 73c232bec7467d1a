// mqtt.js: many connections that publish one and the same message at QoS 1, each once a second; what it costs this process.
// node publish.cjs <folder with node_modules> <port> <connections> <seconds> <message in base64>
"use strict";
const [modules, port, connections, seconds, text] = process.argv.slice(2);
const mqtt = require(require.resolve("mqtt", { paths: [modules] }));
const message = Buffer.from(text, "base64");
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
let sent = 0;

const run = async (client, number, rounds) => {
  await pause(1000 * number / connections);
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await client.publishAsync(`bench/js-${number}/data/json`, message, { qos: 1 });
    sent++;
    await pause(Math.max(0, 1000 - (performance.now() - began)));
  }
};

(async () => {
  const clients = [];
  for (let i = 0; i < Number(connections); i++) {
    clients.push(await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { clientId: `js-${i}`, protocolVersion: 4 }));
  }
  await Promise.all(clients.map((client, i) => run(client, i, 1)));
  const before = process.cpuUsage(), already = sent;
  await Promise.all(clients.map((client, i) => run(client, i, Number(seconds))));
  const used = process.cpuUsage(before);
  const cpuSeconds = (used.user + used.system) / 1e6;
  console.log(JSON.stringify({ perCpuSecond: (sent - already) / cpuSeconds, messages: sent - already }));
  process.exit(0);
})();
