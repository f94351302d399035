"use strict";
// Times npm's qs.stringify. Each line of input is a JSON object: {version, object, warmUp} brings in an object and
// answers what is written for it; {index, calls} answers how many nanoseconds a call takes for that object.

const readline = require("node:readline");

const writers = [];

function take({ version, object, warmUp }) {
  const { stringify } = require(`qs-${version}`);
  const write = () => stringify(object, { encodeValuesOnly: true });
  writers.push(write);
  // Until the compiler has seen enough.
  const end = process.hrtime.bigint() + BigInt(warmUp);
  while (process.hrtime.bigint() < end) write();
  return write();
}

function time({ index, calls }) {
  const write = writers[index];
  const start = process.hrtime.bigint();
  for (let i = 0; i < calls; i += 1) write();
  return Number(process.hrtime.bigint() - start) / calls;
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  process.stdout.write(`${JSON.stringify("object" in message ? take(message) : time(message))}\n`);
});
