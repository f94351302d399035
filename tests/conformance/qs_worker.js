"use strict";
// Runs npm's qs for the tests: each line of input is a JSON list of calls, each line of output the list of results.

const readline = require("node:readline");

const qs = (version) => require(`qs-${version}`);

const operations = {
  parse: ({ version, text }) => qs(version).parse(text),
  stringify: ({ version, object }) => qs(version).stringify(object, { encodeValuesOnly: true }),
};

// Pure ASCII, so that neither line breaks of Unicode nor lone surrogates can come between the two processes.
const asciiJson = (value) =>
  JSON.stringify(value).replace(
    /[^\x00-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const results = JSON.parse(line).map((call) => operations[call.operation](call));
  process.stdout.write(`${asciiJson(results)}\n`);
});
