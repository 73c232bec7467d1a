// Runs the code for backends on a pack (standard input: {"topic", "pack"}) and prints what it makes of it.
// Arguments: the file, and how it is called: "influx" or "thingsboard".
"use strict";

const fs = require("fs");
const [file, kind] = process.argv.slice(2);
const { topic, pack } = JSON.parse(fs.readFileSync(0, "utf8"));
if (kind === "influx") {
    console.log(require(file)(topic, pack).join("\n"));
} else {
    // ThingsBoard runs a converter's text as the body of a function, and lends it these helpers.
    const body = fs.readFileSync(file, "utf8");
    const convert = new Function("payload", "metadata", "decodeToJson", body);
    const payload = [...Buffer.from(JSON.stringify(pack))];
    console.log(JSON.stringify(convert(payload, { topic }, bytes => JSON.parse(Buffer.from(bytes).toString()))));
}
