"use strict";
// Times npm's qs.stringify. Each line of input is a JSON message, answered with one line of JSON:
// {version, object, warmUp} adds an object; the answer is [index, text]. {index, calls} times that object; the answer is
// the number of nanoseconds per call.

const readline = require("node:readline");

const STALE_BATCHES = 8;
const writers = [];

function addObject({ version, object, warmUp }) {
  const { stringify } = require(`qs-${version}`);
  const write = () => stringify(object, { encodeValuesOnly: true });
  const index = writers.push(write) - 1;
  // The JIT compiler optimizes in several steps: run batches until none of the last ones was the fastest so far.
  let best = timeCalls({ index, calls: 10 });
  for (let stale = 0; stale < STALE_BATCHES; stale += 1) {
    const time = timeCalls({ index, calls: Math.ceil(warmUp / best) });
    if (time < 0.99 * best) stale = -1;
    best = Math.min(best, time);
  }
  return [index, write()];
}

function timeCalls({ index, calls }) {
  const write = writers[index];
  const start = process.hrtime.bigint();
  for (let i = 0; i < calls; i += 1) write();
  return Number(process.hrtime.bigint() - start) / calls;
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  const answer = "object" in message ? addObject(message) : timeCalls(message);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
