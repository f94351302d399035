"use strict";
// Runs npm's qs for the tests: each line of input is a JSON list of calls, each line of output the list of results.

const readline = require("node:readline");

const qs = (version) => require(`qs-${version}`);

const PARAMETERS = ["filter", "orderBy", "skip", "take"];

const decode = (text) => (text.includes("=") ? text : decodeURIComponent(text.replaceAll("+", " ")));

// What an API reads of a text that somebody copied: a URL, a query, or the filter (or order) alone.
function read({ version, text, parameter }) {
  const { parse } = qs(version);
  const isUrl = /^(https?:\/\/|\/|[^=?]+\?)/.test(text);
  const [address, ...rest] = (isUrl ? text.split("#")[0] : text.replace(/^\??/, "?")).split("?");
  const query = rest.join("?");
  const outer = parse(query);
  const named = PARAMETERS.filter((name) => name in outer);
  // The notation of the vendor's examples: filter=name[contains]=john, orderBy=name=asc&createdAt=desc.
  const notation = new RegExp(`^${parameter}=([^&]*(\\]|%5D)=.*|[^&%]*=[^%]*)$`, "is").exec(query);
  if (!isUrl && notation && named.every((name) => name === parameter)) return parse(notation[1]);
  if (!isUrl && named.length === 0) return parse(decode(decode(query)));
  const value = outer[parameter];
  return typeof value === "string" ? parse(decode(value)) : value;
}

const operations = {
  read: ({ versions, texts, parameter }) =>
    texts.map((text) => versions.map((version) => read({ version, text, parameter }) ?? null)),
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
