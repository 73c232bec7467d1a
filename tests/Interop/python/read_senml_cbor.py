"""Reads SenML CBOR packs (RFC 8428, section 6), one a line in hexadecimal, and writes each as a line of JSON with names for labels."""
import json
import sys

import cbor2

LABELS = {-1: "bver", -2: "bn", -3: "bt", -4: "bu", -5: "bv", -6: "bs",
          0: "n", 1: "u", 2: "v", 3: "vs", 4: "vb", 5: "s", 6: "t", 7: "ut", 8: "vd"}

for line in sys.stdin:
    pack = cbor2.loads(bytes.fromhex(line.strip()))
    print(json.dumps([{LABELS[label]: value for label, value in record.items()} for record in pack]))
