// Parses asyncapi.yaml with the reference parser, compiles every schema with ajv in strict mode, and validates the examples.
// Prints a line for each fault and exits with 1 if there was any. Argument: the folder of the contract.
"use strict";

const fs = require("fs");
const path = require("path");
const { Parser, fromFile } = require("@asyncapi/parser");
const Ajv = require("ajv/dist/2020").default;

const folder = process.argv[2];
const faults = [];

// AsyncAPI 3.0 is what most tools read today; that 3.1 exists is no fault.
const known = ["asyncapi-latest-version"];

async function checkDocument() {
    const { document, diagnostics } = await fromFile(new Parser(), path.join(folder, "asyncapi.yaml")).parse();
    for (const diagnostic of diagnostics.filter(one => !known.includes(one.code))) {
        faults.push(`asyncapi.yaml: ${diagnostic.path.join(".")}: ${diagnostic.message}`);
    }

    return document;
}

function compileSchemas() {
    // Rules say what a record must look like once its name is known; the types stand beside them and not within.
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false, allErrors: true });
    const schemas = path.join(folder, "schemas");
    for (const file of fs.readdirSync(schemas)) {
        ajv.addSchema(JSON.parse(fs.readFileSync(path.join(schemas, file), "utf8")));
    }

    return ajv;
}

function checkExamples(ajv) {
    const parts = {
        "data": "senml-pack#/$defs/data", "data-summary": "senml-pack#/$defs/data", "data-rel": "senml-pack#/$defs/dataRel",
        "status-online": "status", "status-offline": "status", "meta": "meta", "health": "health",
        "cmd-resend": "command#/$defs/resend", "cmd-report": "command#/$defs/report",
        "cmd-black-box": "command#/$defs/black-box", "black-box": "black-box", "cmd-ack": "command-ack", "stored": "stored",
        "cmd-identify": "command#/$defs/identify", "cmd-sample-now": "command#/$defs/sample-now",
        "cmd-set-interval": "command#/$defs/set-interval", "cmd-ledger": "command#/$defs/ledger", "cmd-reboot": "command#/$defs/reboot",
        "commissioning": "commissioning", "config-desired": "config-desired", "config-reported": "config-reported",
    };
    let count = 0;
    for (const file of fs.readdirSync(path.join(folder, "examples")).filter(name => name.endsWith(".json"))) {
        const part = parts[path.basename(file, ".json")];
        if (part === undefined) {
            continue;
        }

        const validate = ajv.getSchema("urn:ulmedge:contract:1:" + part);
        if (!validate(JSON.parse(fs.readFileSync(path.join(folder, "examples", file), "utf8")))) {
            faults.push(`${file}: ${ajv.errorsText(validate.errors)}`);
        }

        count++;
    }

    return count;
}

async function main() {
    const document = await checkDocument();
    const ajv = compileSchemas();
    const examples = checkExamples(ajv);
    faults.forEach(fault => console.log(fault));
    console.log(`${document?.channels().length ?? 0} channels, ${document?.operations().length ?? 0} operations, ${examples} examples`);
    process.exitCode = faults.length === 0 && document !== undefined ? 0 : 1;
}

main();
